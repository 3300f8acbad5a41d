/** RFC 8829 session description and RFC 8838 candidate, as JSON; the contract does not depend on the DOM's types. */
import { type Infer, integer, object, oneOf, optional, rawText } from './fields.js';
import { ROLES } from './roles.js';
import { answers, route } from './route.js';

export const MAX_SDP_LENGTH = 64_000;

const description = {
  type: oneOf(['offer', 'answer', 'pranswer', 'rollback']),
  sdp: optional(rawText({ min: 0, max: MAX_SDP_LENGTH })),
};
export const sessionDescription = () => object(description);
export type SessionDescription = Infer<typeof description>;

const candidate = {
  candidate: rawText({ min: 0, max: 2000 }),
  sdpMid: optional(rawText({ min: 0, max: 64 })),
  sdpMLineIndex: optional(integer({ min: 0, max: 1000 })),
  usernameFragment: optional(rawText({ min: 0, max: 256 })),
};
export const iceCandidate = () => object(candidate);
export type IceCandidate = Infer<typeof candidate>;

export interface IceServer {
  urls: string[];
  username?: string;
  credential?: string;
}

/** `GET /rtc/ice-servers`; `ttl` in seconds. */
export interface IceServers {
  iceServers: IceServer[];
  ttl: number;
}

export const readIceServers = route({
  method: 'get',
  path: '/rtc/ice-servers',
  allow: ROLES,
  answer: answers<IceServers>(),
  summary: 'Where a browser learns its addresses (STUN) and relays where it must (TURN).',
});
