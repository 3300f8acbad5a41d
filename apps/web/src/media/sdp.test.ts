import { expect, test } from 'vitest';
import { sessionIdOf, ufragsOf, withoutAddresses } from './sdp.js';

const OFFER = [
  'v=0',
  'o=- 4711 2 IN IP4 127.0.0.1',
  'm=audio 54321 UDP/TLS/RTP/SAVPF 111',
  'c=IN IP4 203.0.113.7',
  'a=rtcp:54322 IN IP4 203.0.113.7',
  'a=candidate:1 1 udp 2130706431 192.168.1.20 54321 typ host',
  'a=end-of-candidates',
  'a=ice-ufrag:abcd',
  'm=video 0 UDP/TLS/RTP/SAVPF 96',
  'c=IN IP6 2001:db8::7',
  'a=ice-ufrag:efgh',
  '',
].join('\r\n');

test('CALL-1: a description that leaves the browser names no address of its network', () => {
  const sent = withoutAddresses(OFFER);

  expect(sent).not.toMatch(/203\.0\.113|192\.168|2001:db8|candidate/);
  expect(sent).toContain('m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=rtcp:9 IN IP4 0.0.0.0\r\n');
});

test('a refused m-line stays refused, and all else stays as it was', () => {
  const sent = withoutAddresses(OFFER);

  expect(sent).toContain('m=video 0 UDP/TLS/RTP/SAVPF 96');
  expect(ufragsOf(sent)).toEqual(new Set(['abcd', 'efgh']));
  expect(sent.endsWith('\r\n')).toBe(true);
});

test('the o= line names the connection that made a description', () => {
  expect(sessionIdOf(OFFER)).toBe('4711');
  expect(sessionIdOf('nonsense')).toBeNull();
});
