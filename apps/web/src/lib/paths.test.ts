import { expect, test } from 'vitest';
import { safeReturnPath, signInPath } from './paths.js';

test('the way back survives signing in', () => {
  const address = signInPath('/doctors/65f0?slot=2026-11-24T16:00:00Z');
  const returnTo = new URLSearchParams(address.split('?')[1]).get('returnTo');
  expect(safeReturnPath(returnTo)).toBe('/doctors/65f0?slot=2026-11-24T16:00:00Z');
});

test.each([null, '', 'https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', 'doctors'])(
  'a link cannot send people elsewhere after signing in: %s',
  (value) => {
    expect(safeReturnPath(value)).toBeNull();
  },
);
