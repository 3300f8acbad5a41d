import type { PeerState } from '../../media/recovery.js';
import type { SourceFlags } from '../../media/sources.js';
import type { ConnectionStatistics } from '../../media/statistics.js';

/** Somebody else in a visit or call, as far as the stage shows them. */
export interface PersonOnStage {
  id: string;
  name: string;
  /** In words, such as `Patient`. */
  role: string;
  /** URL of the photo, or empty. */
  avatar: string;
  state: PeerState;
  stream: MediaStream;
  screen: MediaStream;
  /** What they have switched on; null until they have said so. */
  on: SourceFlags | null;
  statistics: ConnectionStatistics | null;
  /** Tries to connect again. */
  retry: () => void;
}
