import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockTimeOf } from './clock-time.js';
import { makeNightSlots, makeSlots, rangesOf } from './make-slots.js';

const morning = { startTime: '09:00', endTime: '12:00' };

describe('makeSlots', () => {
  test('BK-10: 09:00–12:00 at 45 minutes, the last starts at 11:15', () => {
    expect(makeSlots({ ranges: [morning], visitMinutes: 45 })).toEqual([
      { slotNumber: 1, startTime: '09:00', endTime: '09:45', isAvailable: true },
      { slotNumber: 2, startTime: '09:45', endTime: '10:30', isAvailable: true },
      { slotNumber: 3, startTime: '10:30', endTime: '11:15', isAvailable: true },
      { slotNumber: 4, startTime: '11:15', endTime: '12:00', isAvailable: true },
    ]);
  });

  test('starts anew after a break, and fits no appointment into what is too short', () => {
    const breaks = [{ startTime: '10:10', endTime: '10:25' }];
    const starts = makeSlots({ ranges: [morning], visitMinutes: 30, breaks }).map((slot) => slot.startTime);
    expect(starts).toEqual(['09:00', '09:30', '10:25', '10:55', '11:25']);
  });

  test('breaks may overlap each other and the edges of work', () => {
    const breaks = [
      { startTime: '11:30', endTime: '13:00' },
      { startTime: '08:00', endTime: '09:30' },
      { startTime: '09:00', endTime: '10:00' },
    ];
    const starts = makeSlots({ ranges: [morning], visitMinutes: 30, breaks }).map((slot) => slot.startTime);
    expect(starts).toEqual(['10:00', '10:30', '11:00']);
  });

  test('reaches midnight', () => {
    const slots = makeSlots({ ranges: [{ startTime: '23:00', endTime: '00:00' }], visitMinutes: 30 });
    expect(slots.at(-1)).toMatchObject({ startTime: '23:30', endTime: '00:00' });
  });

  test('FR-9: a night is one stretch, its slots belong to the day on which they start', () => {
    const night = { ranges: [{ startTime: '22:00', endTime: '02:00' }], visitMinutes: 45 };
    expect(makeSlots(night).map(({ startTime, endTime }) => [startTime, endTime])).toEqual([
      ['22:00', '22:45'],
      ['22:45', '23:30'],
      ['23:30', '00:15'],
    ]);
    expect(makeNightSlots(night).map(({ startTime }) => startTime)).toEqual(['00:15', '01:00']);
    const breaks = [{ startTime: '00:00', endTime: '01:30' }];
    expect(makeNightSlots({ ...night, visitMinutes: 30, breaks }).map(({ startTime }) => startTime)).toEqual(['01:30']);
  });

  test.each([0, -5, Number.NaN])('makes none of an appointment of %s minutes', (visitMinutes) => {
    expect(makeSlots({ ranges: [morning], visitMinutes })).toEqual([]);
  });
});

describe('rangesOf', () => {
  test('groups slots that follow each other', () => {
    const ranges = [morning, { startTime: '13:00', endTime: '17:00' }];
    expect(rangesOf(makeSlots({ ranges, visitMinutes: 30 }))).toEqual({ ranges, visitMinutes: 30 });
  });

  test('has no appointment length for none, or for different ones', () => {
    const mixed = [
      { startTime: '09:30', endTime: '10:15' },
      { startTime: '09:00', endTime: '09:30' },
    ];
    expect(rangesOf([])).toEqual({ ranges: [], visitMinutes: null });
    expect(rangesOf(mixed)).toEqual({ ranges: [{ startTime: '09:00', endTime: '10:15' }], visitMinutes: null });
  });

  test('makes the same slots again', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const range = fc.tuple(minute, minute).map(([a, b]) => ({
      startTime: clockTimeOf(Math.min(a, b)),
      endTime: clockTimeOf(Math.max(a, b) + 1),
    }));
    const input = fc.record({
      ranges: fc.array(range, { maxLength: 4 }),
      breaks: fc.array(range, { maxLength: 3 }),
      visitMinutes: fc.integer({ min: 5, max: 120 }),
    });
    fc.assert(
      fc.property(input, (hours) => {
        const slots = makeSlots(hours);
        const { ranges, visitMinutes } = rangesOf(slots);
        expect(makeSlots({ ranges, visitMinutes: visitMinutes ?? 0 })).toEqual(slots);
      }),
    );
  });
});
