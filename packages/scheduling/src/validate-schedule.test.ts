import type { DateOverride, Weekday } from '@health-connect/contract/availability';
import { describe, expect, test } from 'vitest';
import { validateSchedule } from './validate-schedule.js';

const day = (name: Weekday, ...times: [string, string][]) => ({
  day: name,
  slots: times.map(([startTime, endTime], index) => ({ slotNumber: index + 1, startTime, endTime, isAvailable: true })),
});
const problemPaths = (schedule: ReturnType<typeof day>[], overrides: DateOverride[] = []) =>
  validateSchedule({ schedule, overrides }).map(({ path }) => path);

describe('validateSchedule', () => {
  test('is content with slots that touch, in any order, up to midnight', () => {
    expect(problemPaths([day('monday', ['23:30', '00:00'], ['09:30', '10:00'], ['09:00', '09:30'])])).toEqual([]);
  });

  test('refuses what is no time', () => {
    expect(problemPaths([day('monday', ['9:00', '10:00'], ['11:00', '24:30'], ['24:00', '01:00'])])).toEqual([
      'schedule[0].slots[0].startTime',
      'schedule[0].slots[1].endTime',
      'schedule[0].slots[2].startTime',
    ]);
  });

  test('refuses an end that is not after its start', () => {
    expect(problemPaths([day('monday', ['10:00', '09:00'], ['11:00', '11:00'])])).toEqual([
      'schedule[0].slots[0].endTime',
      'schedule[0].slots[1].endTime',
    ]);
  });

  test('refuses overlaps, also with one long before, and says with which', () => {
    const schedule = [day('friday', ['09:00', '12:00'], ['09:30', '10:00'], ['11:30', '12:30'])];
    expect(validateSchedule({ schedule, overrides: [] })).toEqual([
      { path: 'schedule[0].slots[1].startTime', problem: 'overlaps', params: { start: '09:00', end: '12:00' } },
      { path: 'schedule[0].slots[2].startTime', problem: 'overlaps', params: { start: '09:00', end: '12:00' } },
    ]);
  });

  describe('FR-9: nights', () => {
    const night = day('monday', ['22:00', '23:30'], ['23:30', '00:30']);
    const problems = (schedule: ReturnType<typeof day>[], overrides: DateOverride[] = []) =>
      validateSchedule({ schedule, overrides });
    const own = (date: string, ...times: [string, string][]) => ({
      date,
      slots: times.map(([startTime, endTime]) => ({ startTime, endTime })),
    });

    test('end at 24:00 or after midnight, but not hours before they began', () => {
      expect(problems([day('monday', ['22:00', '24:00']), day('friday', ['20:00', '02:00'])])).toEqual([]);
      expect(problems([day('monday', ['10:00', '09:00'])])[0]).toMatchObject({
        problem: 'ends_too_late',
        params: { start: '10:00', hours: 16 },
      });
    });

    test('may not run into the next day’s hours, nor Sunday’s into Monday', () => {
      const params = { day: 'monday', start: '23:30', end: '00:30' };
      expect(problems([night, day('tuesday', ['00:30', '01:00'])])).toEqual([]);
      expect(problems([night, day('tuesday', ['01:00', '02:00'], ['00:00', '00:30'])])).toEqual([
        { path: 'schedule[1].slots[1].startTime', problem: 'overlaps_on_day', params },
      ]);
      expect(problems([day('monday', ['01:00', '02:00']), day('sunday', ['22:00', '02:00'])])).toEqual([
        {
          path: 'schedule[0].slots[0].startTime',
          problem: 'overlaps_on_day',
          params: { day: 'sunday', start: '22:00', end: '02:00' },
        },
      ]);
    });

    test('nor into a date with its own hours, and that not into a weekly morning; a day off is in nobody’s way', () => {
      const week = [night, day('wednesday', ['01:00', '02:00'])];
      // 24 November 2026 is a Tuesday.
      expect(problems(week, [own('2026-11-24', ['00:00', '01:00'])])).toEqual([
        {
          path: 'overrides[0].slots[0].startTime',
          problem: 'overlaps_on_day',
          params: { day: 'monday', start: '23:30', end: '00:30' },
        },
      ]);
      expect(problems(week, [own('2026-11-24', ['23:00', '02:00'])])).toEqual([
        {
          path: 'schedule[1].slots[0].startTime',
          problem: 'overlaps_on_date',
          params: { date: '2026-11-24', start: '23:00', end: '02:00' },
        },
      ]);
      expect(problems(week, [own('2026-11-24', ['23:00', '02:00']), own('2026-11-25')])).toEqual([]);
      expect(problems(week, [own('2026-11-23'), own('2026-11-24', ['00:00', '01:00'])])).toEqual([]);
    });
  });

  test('refuses a day or date that is listed twice', () => {
    const overrides = [
      { date: '2026-12-24', slots: [] },
      { date: '2026-12-24', slots: [] },
    ];
    expect(problemPaths([day('monday'), day('tuesday'), day('monday')], overrides)).toEqual([
      'schedule[2].day',
      'overrides[1].date',
    ]);
  });

  test('holds overrides to the same, and to dates that exist', () => {
    const slots = [
      { startTime: '10:00', endTime: '11:00' },
      { startTime: '10:30', endTime: '11:30' },
    ];
    expect(
      problemPaths(
        [],
        [
          { date: '2027-02-30', slots },
          { date: 'soon', slots: [] },
        ],
      ),
    ).toEqual(['overrides[0].date', 'overrides[0].slots[1].startTime', 'overrides[1].date']);
  });
});
