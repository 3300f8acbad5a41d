import { describe, expect, test } from 'vitest';
import { buildSlots } from '../../../test/slots.js';
import { appointmentMinutes, columnsOf, gapLabel, weekLabel } from './days.js';

const LA = 'America/Los_Angeles';

describe('a week of free times', () => {
  test('days are those of the reader’s clock, not of the doctor’s', () => {
    // Thursday morning in Auckland is Wednesday afternoon in Los Angeles.
    const [column] = columnsOf(buildSlots('2026-11-25T22:00:00Z'), LA, '2026-11-25');
    expect(column).toMatchObject({ kind: 'day', date: '2026-11-25' });
  });

  test('only days with free times are columns, and what lies between them is one gap', () => {
    const slots = [...buildSlots('2026-11-24T20:00:00Z', 2), ...buildSlots('2026-11-28T20:00:00Z')];
    const columns = columnsOf(slots, LA, '2026-11-24');
    expect(columns.map((column) => (column.kind === 'day' ? column.slots.length : column.dates))).toEqual([
      2,
      ['2026-11-25', '2026-11-26', '2026-11-27'],
      1,
      ['2026-11-29', '2026-11-30'],
    ]);
  });

  test('a week without any is a single gap', () => {
    expect(columnsOf([], LA, '2026-11-24')).toHaveLength(1);
  });

  test('gaps and weeks are named in few words', () => {
    expect(gapLabel(['2026-11-27', '2026-11-28'])).toBe('Fri, Sat');
    expect(gapLabel(['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'])).toBe('Tue to Fri');
    expect(weekLabel('2026-11-24')).toBe('24 to 30 Nov');
    expect(weekLabel('2026-11-28')).toBe('28 Nov to 4 Dec');
  });
});

test('the length of an appointment is named where all are alike', () => {
  const [slot] = buildSlots('2026-11-24T20:00:00Z');
  expect(appointmentMinutes([slot!])).toBe(30);
  expect(appointmentMinutes([slot!, { ...slot!, endsAt: '2026-11-24T21:00:00.000Z' }])).toBeNull();
});
