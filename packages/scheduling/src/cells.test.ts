import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at } from '../test/availability.js';
import { CELL_MS, cellsOf, doctorCells, patientCells } from './cells.js';

const buffers = { bufferBeforeMinutes: 5, bufferAfterMinutes: 10 };
const appointmentAt = (time: string) => {
  const startsAt = at(`2026-11-24T${time}:00Z`);
  return { startsAt, endsAt: startsAt + 30 * 60_000 };
};
const collide = (a: number[], b: number[]) => a.some((cell) => b.includes(cell));

describe('cells', () => {
  test('are the 5 minutes an interval touches, its end not included', () => {
    expect(cellsOf(0, 600_000)).toEqual([0, 1]);
    expect(cellsOf(60_000, 300_001)).toEqual([0, 1]);
    expect(cellsOf(0, 0)).toEqual([]);
  });

  test('BK-8: 10:00–10:30 with buffers 5 and 10 protects 09:55–10:40', () => {
    const cells = doctorCells(appointmentAt('10:00'), buffers);
    expect(cells[0]! * CELL_MS).toBe(at('2026-11-24T09:55:00Z'));
    expect((cells.at(-1)! + 1) * CELL_MS).toBe(at('2026-11-24T10:40:00Z'));
  });

  test.each([
    ['09:15', false],
    ['09:20', true],
    ['10:00', true],
    ['10:40', true],
    ['10:45', false],
  ])('BK-8: a like appointment at %s beside one at 10:00 collides: %s', (time, expected) => {
    expect(collide(doctorCells(appointmentAt(time), buffers), doctorCells(appointmentAt('10:00'), buffers))).toBe(
      expected,
    );
  });

  test("a patient's own cells carry no buffers", () => {
    expect(patientCells(appointmentAt('10:00'))).toHaveLength(6);
  });

  test('BK-8: appointments without a common cell never overlap, nor do their buffers', () => {
    const appointment = fc.record({
      start: fc.integer({ min: 0, max: 600 }),
      minutes: fc.integer({ min: 1, max: 120 }),
    });
    const minutes = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(appointment, appointment, minutes, minutes, (one, two, bufferBeforeMinutes, bufferAfterMinutes) => {
        const [a, b] = [one, two].map(({ start, minutes: length }) => ({ from: start, to: start + length }));
        const cells = [a!, b!].map(({ from, to }) =>
          doctorCells({ startsAt: from * 60_000, endsAt: to * 60_000 }, { bufferBeforeMinutes, bufferAfterMinutes }),
        );
        const gap = bufferBeforeMinutes + bufferAfterMinutes;
        const isApart = a!.to + gap <= b!.from || b!.to + gap <= a!.from;
        return collide(cells[0]!, cells[1]!) || isApart;
      }),
    );
  });
});
