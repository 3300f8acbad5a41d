import { browserClock, type Clock, within } from '../lib/clock.js';

/**
 * `good`: others can be reached over the internet; `limited`: the servers that find the way were asked and did not
 * answer; `unknown`: none was asked, or the answer is still out; `none`: there is no network at all.
 */
export type NetworkReach = 'good' | 'limited' | 'unknown' | 'none';

/**
 * What the types of the gathered candidates say (RFC 8445, section 5.1.1). `isDenied`: servers were asked, and
 * gathering ended without their answer; only then is there a reason to warn.
 */
function judgeReach(types: readonly string[], isDenied: boolean): NetworkReach {
  if (types.some((type) => type === 'srflx' || type === 'relay')) return 'good';
  if (types.length === 0) return 'none';
  return isDenied ? 'limited' : 'unknown';
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
    const hasEnded = await within(clock, timeoutMs, gathered, false);
    return judgeReach(types, hasEnded && iceServers.length > 0);
  } catch {
    return 'none';
  } finally {
    done.abort();
    connection?.close();
  }
}

/** True once every server was heard or given up by the browser. */
function gatherInto(types: string[], connection: RTCPeerConnection, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const take = ({ candidate }: RTCPeerConnectionIceEvent) => {
      if (candidate?.type) types.push(candidate.type);
      if (!candidate || judgeReach(types, false) === 'good') resolve(true);
    };
    connection.addEventListener('icecandidate', take, { signal });
  });
}
