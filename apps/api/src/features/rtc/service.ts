import { createHmac } from 'node:crypto';
import type { IceServers } from '@health-connect/contract/rtc';
import { env } from '../../env.js';
import { now } from '../../lib/clock.js';

/** Long enough for one consult; a leaked credential is worthless after it. */
const TTL_SECONDS = 3600;

/**
 * coturn's REST credentials (draft-uberti-behave-turn-rest-00): the name says until when and for whom it is valid,
 * the password is its HMAC-SHA1 under the secret that both servers know. `at` in epoch milliseconds.
 */
export function turnCredential(secret: string, userId: string, at: number) {
  const username = `${Math.floor(at / 1000) + TTL_SECONDS}:${userId}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}

/** Where a browser learns its addresses (STUN) and relays where it must (TURN); credentials are the caller's own. */
export function iceServersFor(userId: string): IceServers {
  const { stunUrls, turnUrls, turnSecret } = env;
  return {
    iceServers: [
      ...(stunUrls.length > 0 ? [{ urls: stunUrls }] : []),
      ...(turnUrls.length > 0 ? [{ urls: turnUrls, ...turnCredential(turnSecret, userId, now()) }] : []),
    ],
    ttl: TTL_SECONDS,
  };
}
