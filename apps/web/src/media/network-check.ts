import { browserClock, type Clock, within } from './clock.js';

/**
 * `good`: others can be reached over the internet; `limited`: perhaps only within the same network; `none`: there is
 * no network at all.
 */
export type NetworkReach = 'good' | 'limited' | 'none';

/** What the types of the gathered candidates say (RFC 8445, section 5.1.1). */
export function judgeReach(types: readonly string[]): NetworkReach {
  if (types.some((type) => type === 'srflx' || type === 'relay')) return 'good';
  return types.length > 0 ? 'limited' : 'none';
}

/** Tries the ICE servers, without anyone on the other side. Answers within `timeoutMs`, as soon as it is sure. */
export async function checkNetwork(
  iceServers: RTCIceServer[],
  { timeoutMs = 5_000, clock = browserClock }: { timeoutMs?: number; clock?: Clock } = {},
): Promise<NetworkReach> {
  const done = new AbortController();
  let connection: RTCPeerConnection | null = null;
  try {
    connection = new RTCPeerConnection({ iceServers });
    const types: string[] = [];
    const gathered = gatherInto(types, connection, done.signal);
    connection.createDataChannel('check');
    await connection.setLocalDescription();
    await within(clock, timeoutMs, gathered, undefined);
    return judgeReach(types);
  } catch {
    return 'none';
  } finally {
    done.abort();
    connection?.close();
  }
}

function gatherInto(types: string[], connection: RTCPeerConnection, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const take = ({ candidate }: RTCPeerConnectionIceEvent) => {
      if (candidate?.type) types.push(candidate.type);
      if (!candidate || judgeReach(types) === 'good') resolve();
    };
    connection.addEventListener('icecandidate', take, { signal });
  });
}
