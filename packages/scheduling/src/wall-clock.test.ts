import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, YEAR, ZONES } from '../test/availability.js';
import { clockTimeOf } from './clock-time.js';
import { localTimeAt } from './local-time.js';
import { addDays, datesBetween, dayClock, instantsOf, weekdayOf } from './wall-clock.js';

describe('dates', () => {
  test('have a weekday', () => {
    expect(weekdayOf('2026-11-24')).toBe('tuesday');
    expect(weekdayOf('2027-03-14')).toBe('sunday');
  });

  test('run from the first to the last, both included', () => {
    expect(datesBetween('2026-12-30', '2027-01-02')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
    expect(datesBetween('2026-12-30', '2026-12-29')).toEqual([]);
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });
});

describe('instants of a wall clock time', () => {
  test('are one on an ordinary day', () => {
    expect(instantsOf('2026-11-24', '16:00', 'America/Los_Angeles')).toEqual([at('2026-11-25T00:00:00Z')]);
  });

  test('are none in a gap', () => {
    expect(instantsOf('2027-03-14', '02:30', 'America/New_York')).toEqual([]);
  });

  test('are two in a repeated hour, told apart by offset', () => {
    const instants = instantsOf('2026-11-01', '01:30', 'America/New_York');
    expect(instants).toEqual([at('2026-11-01T05:30:00Z'), at('2026-11-01T06:30:00Z')]);
    expect(instants.map((instant) => localTimeAt(instant, 'America/New_York').offsetMinutes)).toEqual([-240, -300]);
  });

  test('are none all day where a zone skipped the date', () => {
    expect(instantsOf('2011-12-30', '12:00', 'Pacific/Apia')).toEqual([]);
    expect(dayClock('2011-12-30', 'Pacific/Apia').instantsAt(720)).toEqual([]);
  });

  test('the short way through a steady day gives what the lookup gives', () => {
    const dates = datesBetween(YEAR.from, YEAR.to);
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.constantFrom(...dates),
        fc.integer({ min: 0, max: 1439 }),
        (timeZone, date, minutes) => {
          const looked = instantsOf(date, clockTimeOf(minutes), timeZone);
          expect(dayClock(date, timeZone).instantsAt(minutes)).toEqual(looked);
          for (const instant of looked) {
            expect(localTimeAt(instant, timeZone)).toMatchObject({ date, time: clockTimeOf(minutes) });
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
