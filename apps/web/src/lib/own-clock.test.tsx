import { act, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { buildDoctor, buildPatient } from '../../test/people.js';
import { clockOf, setClock, tellClock } from './own-clock.js';
import { formatTime, useOwnZone } from './time.js';

// The device is in Los Angeles and counts to 24, see test/setup.ts.
test('the account’s zone is the one rule; a device’s own for who left it to the device, or is signed out', () => {
  expect(clockOf(null).timeZone).toBe('America/Los_Angeles');
  expect(clockOf(buildPatient({ timeZone: 'Asia/Kolkata' })).timeZone).toBe('America/Los_Angeles');
  expect(clockOf(buildPatient({ timeZone: 'Asia/Kolkata', zoneFromDevice: false })).timeZone).toBe('Asia/Kolkata');
  expect(clockOf(buildDoctor()).timeZone).toBe('Pacific/Auckland');
});

test('hours are counted as chosen, else as the device’s language has it', () => {
  expect(clockOf(null).hours).toBe(24);
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-US');
  expect(clockOf(buildPatient({ hourCycle: '' })).hours).toBe(12);
  expect(clockOf(buildPatient({ hourCycle: '24' })).hours).toBe(24);
});

function Noon() {
  return <p>{formatTime('2026-11-24T20:00:00Z', useOwnZone())}</p>;
}

test('what is shown follows a change of the clock at once', () => {
  render(<Noon />);
  expect(screen.getByText('12:00')).toBeDefined();
  act(() => {
    setClock(buildPatient({ zoneFromDevice: false, timeZone: 'Asia/Kolkata', hourCycle: '12' }));
    tellClock();
  });
  expect(screen.getByText('1:30 AM')).toBeDefined();
});
