import type { Clock } from '../lib/clock.js';
import { createObservable, type Observable } from '../lib/observable.js';
import type { PeerSession } from './peer-session.js';
import { adapt, QUALITY_LEVELS, type QualityMode, startAdaptation } from './quality.js';
import { type ConnectionStatistics, pollStatistics } from './statistics.js';

export interface AdaptiveState {
  mode: QualityMode;
  /** Null until there are two samples. */
  statistics: ConnectionStatistics | null;
  /** Our picture is off because the network cannot bear it. */
  pictureOff: boolean;
}

export interface AdaptiveQuality extends Observable<AdaptiveState> {
  setMode(mode: QualityMode): void;
  stop(): void;
}

/** Watches a session and fits what it sends to what the network bears. Stop it with the session. */
export function adaptQuality(
  session: Pick<PeerSession, 'statistics' | 'setQuality'>,
  { mode = 'auto', clock }: { mode?: QualityMode; clock?: Clock } = {},
): AdaptiveQuality {
  const state = createObservable<AdaptiveState>({ mode, statistics: null, pictureOff: false });
  let adaptation = startAdaptation(mode);

  function moveTo(next: typeof adaptation, change: Partial<AdaptiveState>) {
    const moved = next.level !== adaptation.level;
    adaptation = next;
    const level = QUALITY_LEVELS[next.level]!;
    if (moved) session.setQuality(level);
    state.set({ ...state.get(), ...change, pictureOff: !level.video });
  }

  const poller = pollStatistics(session, { clock });
  poller.subscribe((statistics) => {
    if (statistics) moveTo(adapt(adaptation, statistics, state.get().mode), { statistics });
  });
  session.setQuality(QUALITY_LEVELS[adaptation.level]!);

  return {
    get: state.get,
    subscribe: state.subscribe,
    setMode: (next) => moveTo(startAdaptation(next), { mode: next }),
    stop: () => {
      poller.stop();
      state.end();
    },
  };
}
