import type { AppSocket } from './types.js';

const EVENTS_PER_SECOND = 60;
const BURST = 240;
/** After so many refused events in a row the socket is not a person any more. */
const PATIENCE = 1000;

interface Bucket {
  tokens: number;
  at: number;
  refused: number;
}

const buckets = new WeakMap<AppSocket, Bucket>();

/** A token bucket per socket: false when it sends too fast; closes it when it will not stop. */
export function takeToken(socket: AppSocket, time = performance.now()): boolean {
  const bucket = buckets.get(socket) ?? { tokens: BURST, at: time, refused: 0 };
  buckets.set(socket, bucket);
  bucket.tokens = Math.min(BURST, bucket.tokens + ((time - bucket.at) / 1000) * EVENTS_PER_SECOND);
  bucket.at = time;
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    bucket.refused = 0;
    return true;
  }
  bucket.refused += 1;
  if (bucket.refused > PATIENCE) socket.disconnect(true);
  return false;
}
