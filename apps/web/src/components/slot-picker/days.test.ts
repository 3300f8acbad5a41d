import { MAX_SLOT_DAYS } from '@health-connect/contract/availability';
import { describe, expect, test } from 'vitest';
import { buildSlots } from '../../../test/slots.js';
import { columnsOf, gapLabel, requestFor, appointmentMinutes, weekLabel, weekOf } from './days.js';

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

test('a request covers its weeks with a day to spare on both sides, and never asks for too much', () => {
  expect(requestFor(0, '2026-11-24')).toEqual({ from: '2026-11-23', to: '2026-12-22' });
  expect(requestFor(3, '2026-11-24')).toEqual(requestFor(0, '2026-11-24'));
  expect(requestFor(4, '2026-11-24').from).toBe('2026-12-21');
  const { from, to } = requestFor(0, '2026-11-24');
  expect((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1).toBeLessThanOrEqual(MAX_SLOT_DAYS);
});

test('the week of an instant is counted from today; what is over or unknown is in the first', () => {
  expect(weekOf('2026-12-01T20:00:00Z', LA, '2026-11-24')).toBe(1);
  expect(weekOf('2026-12-01T02:00:00Z', LA, '2026-11-24')).toBe(0);
  expect(weekOf('2026-11-01T20:00:00Z', LA, '2026-11-24')).toBe(0);
  expect(weekOf(null, LA, '2026-11-24')).toBe(0);
});

test('the length of an appointment is named where all are alike', () => {
  const [slot] = buildSlots('2026-11-24T20:00:00Z');
  expect(appointmentMinutes([slot!])).toBe(30);
  expect(appointmentMinutes([slot!, { ...slot!, endsAt: '2026-11-24T21:00:00.000Z' }])).toBeNull();
});
