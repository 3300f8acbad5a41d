import { adaptQuality, type AdaptiveQuality } from '../../../media/adaptive-quality.js';
import type { LocalMedia } from '../../../media/local-media.js';
import { createPeerSession, type PeerSession } from '../../../media/peer-session.js';
import type { Signal } from '../../../media/sdp.js';

export interface ConnectionOptions {
  fetchIceServers: () => Promise<RTCIceServer[]>;
  polite: boolean;
  /** Until the call is accepted no address leaves this browser (CALL-1). */
  holdCandidates: boolean;
  send: (signal: Signal) => void;
}

/** One connection of a call, with what is sent over it. */
export interface CallConnection {
  media: LocalMedia;
  session: PeerSession;
  quality: AdaptiveQuality;
  /** Ends the connection and keeps camera and microphone, for another connection of the same call. */
  hangUp(): void;
  /** Ends the connection, camera and microphone. */
  close(): void;
}

/** Opens a connection; null, with everything closed again, where it is wanted no more by then. */
export async function openConnection(
  opening: Promise<LocalMedia>,
  options: ConnectionOptions,
  isWanted: () => boolean,
): Promise<CallConnection | null> {
  const [servers, opened] = await Promise.allSettled([options.fetchIceServers(), opening]);
  if (opened.status === 'rejected') throw opened.reason;
  const media = opened.value;
  if (servers.status === 'fulfilled' && isWanted()) return connect(media, servers.value, options);
  media.release();
  if (servers.status === 'rejected' && isWanted()) throw servers.reason;
  return null;
}

function connect(media: LocalMedia, iceServers: RTCIceServer[], options: ConnectionOptions): CallConnection {
  const session = createPeerSession({ ...options, iceServers });
  session.publish(media.get().tracks);
  const unpublish = media.subscribe(({ tracks }) => session.publish(tracks));
  const quality = adaptQuality(session);

  const hangUp = () => {
    unpublish();
    quality.stop();
    session.close();
  };
  const close = () => {
    hangUp();
    media.release();
  };
  return { media, session, quality, hangUp, close };
}

/** Calls back when picture and sound flow for the first time. */
export function onceConnected(session: PeerSession, tell: () => void) {
  const stop = session.subscribe(({ state }) => {
    if (state.status !== 'connected') return;
    stop();
    tell();
  });
}
