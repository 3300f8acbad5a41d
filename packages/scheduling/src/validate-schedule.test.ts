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
    expect(problemPaths([day('monday', ['9:00', '10:00'], ['11:00', '24:00'])])).toEqual([
      'schedule[0].slots[0].startTime',
      'schedule[0].slots[1].endTime',
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
      { path: 'schedule[0].slots[1].startTime', message: 'Overlaps with 09:00 to 12:00. Change one of the two.' },
      { path: 'schedule[0].slots[2].startTime', message: 'Overlaps with 09:00 to 12:00. Change one of the two.' },
    ]);
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
