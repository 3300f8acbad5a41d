import type { IceCandidate, SessionDescription } from '@health-connect/contract/rtc';

/** What travels between two peers: a description or a candidate. */
export interface Signal {
  description?: SessionDescription;
  candidate?: IceCandidate;
}

/**
 * The same SDP with no network address in it: no candidates (RFC 8839, section 5.1), and the default address of each
 * m-line back to the placeholder that trickle ICE uses (RFC 8840, section 4.1.1). Candidates then travel only by
 * themselves, so holding them back holds back every address (CALL-1).
 */
export function withoutAddresses(sdp: string): string {
  return sdp
    .split('\r\n')
    .filter((line) => !/^a=(candidate|end-of-candidates|remote-candidates)/.test(line))
    .map((line) =>
      line
        .replace(/^c=IN IP[46] .*$/, 'c=IN IP4 0.0.0.0')
        .replace(/^a=rtcp:\d+ IN IP[46] .*$/, 'a=rtcp:9 IN IP4 0.0.0.0')
        .replace(/^(m=\w+) (?!0 )\d+ /, '$1 9 '),
    )
    .join('\r\n');
}

/** The ICE user fragments of a description: they name the epoch (restart) that a candidate belongs to (RFC 8839, section 5.4). */
export function ufragsOf(sdp: string): Set<string> {
  return new Set([...sdp.matchAll(/^a=ice-ufrag:(\S+)/gm)].map((match) => match[1]!));
}

/** The session id of the o= line (RFC 8866, section 5.2): another one means that the peer started a new connection. */
export function sessionIdOf(sdp: string): string | null {
  return /^o=\S+ (\S+) /m.exec(sdp)?.[1] ?? null;
}
