import { describe, expect, test } from 'vitest';
import { buildAppointment } from '../../../../test/appointments.js';
import { askAgainIn, entranceOf } from './entrance.js';
import { entranceLabels } from '../labels.js';

const START = '2026-11-24T16:00:00.000Z';
const at = (time: string) => Date.parse(`2026-11-24T${time}:00.000Z`);

describe('ROOM-2: why a visit cannot be joined', () => {
  test.each([
    ['pending', 'not_confirmed'],
    ['rescheduled', 'proposed'],
    ['cancelled', 'cancelled'],
    ['completed', 'completed'],
    ['no_show', 'missed'],
  ] as const)('%s', (status, entrance) => {
    expect(entranceOf(buildAppointment(START, { status }), at('16:00'))).toEqual({ at: entrance });
  });

  test.each([
    ['15:44', 'early'],
    ['17:31', 'over'],
  ])('scheduled, at %s', (time, entrance) => {
    expect(entranceOf(buildAppointment(START), at(time))).toEqual({ at: entrance });
  });

  test('a visit by chat is in the messages', () => {
    expect(entranceOf(buildAppointment(START, { mode: 'chat' }), at('16:00'))).toEqual({ at: 'chat' });
  });

  test('the server decides: what it lets in is open, whatever this clock says', () => {
    expect(entranceOf(buildAppointment(START, { can: { join: true } }), at('10:00'))).toEqual({ at: 'open' });
  });

  test('each reason has words of its own for both sides', () => {
    const reasons = ['early', 'over', 'not_confirmed', 'proposed', 'cancelled', 'completed', 'missed', 'chat'] as const;
    const titles = reasons.map((reason) => entranceLabels(reason, 'patient', 'Dr. Lee').title);
    expect(new Set(titles).size).toBe(reasons.length);
  });
});

describe('a door that is not open yet asks again', () => {
  test.each([
    ['15:00', 30_000],
    ['15:44', 30_000],
    ['15:46', 1_000],
  ])('at %s after %i ms', (time, wait) => {
    expect(askAgainIn(buildAppointment(START), at(time))).toBe(wait);
  });

  test('and not where no waiting helps', () => {
    expect(askAgainIn(buildAppointment(START, { status: 'cancelled' }), at('15:00'))).toBe(false);
    expect(askAgainIn(undefined, at('15:00'))).toBe(false);
  });
});
