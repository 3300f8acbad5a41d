import { expect, test } from 'vitest';
import { placeOf } from './address.js';

test.each([
  ['an IPv4 address', '203.0.113.9', '203.0.113.9'],
  ['IPv4 that came over IPv6', '::ffff:203.0.113.9', '203.0.113.9'],
  ['IPv6: its network', '2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
  ['a neighbour in it', '2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['a header that is no address', 'unknown', 'unknown'],
])('limits count %s', (_what, address, place) => {
  expect(placeOf(address)).toBe(place);
});
