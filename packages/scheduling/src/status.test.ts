import {
  type Actor,
  APPOINTMENT_STATUSES,
  type AppointmentCommand,
  type AppointmentStatus,
  COMMANDS,
} from '@health-connect/contract/status';
import { describe, expect, test } from 'vitest';
import { initialStatus, transition, type TransitionFacts } from './status.js';

const ACTORS: Actor[] = ['doctor', 'patient', 'system'];
const MINUTE_MS = 60_000;
const startsAt = Date.parse('2026-11-24T10:00:00Z');

/** Moments that matter; a proposal wants its answer an hour before the start. */
const MOMENTS = { early: -120, lapsed: -60, start: 0, late: 15 };
type Moment = keyof typeof MOMENTS;
const ANY: Moment[] = ['early', 'lapsed', 'start', 'late'];
const BEFORE: Moment[] = ['early', 'lapsed'];
const AFTER: Moment[] = ['start', 'late'];

/** product.md, Status, line by line; whatever is not here must be refused. */
const ALLOWED: [AppointmentStatus, AppointmentCommand, Actor, Moment[], AppointmentStatus][] = [
  ['pending', 'confirm', 'doctor', BEFORE, 'scheduled'],
  ['pending', 'move', 'patient', BEFORE, 'pending'],
  ['scheduled', 'move', 'patient', BEFORE, 'pending'],
  ['pending', 'propose', 'doctor', BEFORE, 'rescheduled'],
  ['scheduled', 'propose', 'doctor', ANY, 'rescheduled'],
  ['rescheduled', 'accept', 'patient', ['early'], 'scheduled'],
  ['rescheduled', 'decline', 'patient', ANY, 'pending'],
  ['rescheduled', 'expire', 'system', ['lapsed', 'start', 'late'], 'pending'],
  ['pending', 'expire', 'system', AFTER, 'cancelled'],
  ...(['pending', 'scheduled', 'rescheduled'] as const).flatMap((from): typeof ALLOWED => [
    [from, 'cancel', 'doctor', ANY, 'cancelled'],
    [from, 'cancel', 'patient', BEFORE, 'cancelled'],
  ]),
  ['scheduled', 'complete', 'doctor', AFTER, 'completed'],
  ['scheduled', 'mark_no_show', 'doctor', ['late'], 'no_show'],
];

const factsAt = (moment: Moment, current: AppointmentStatus, more: Partial<TransitionFacts> = {}): TransitionFacts => ({
  now: startsAt + MOMENTS[moment] * MINUTE_MS,
  startsAt,
  autoConfirm: false,
  patientJoined: false,
  ...(current === 'rescheduled' && { proposal: { answerBy: startsAt - 60 * MINUTE_MS, previous: 'pending' } }),
  ...more,
});

const cells = APPOINTMENT_STATUSES.flatMap((current) =>
  COMMANDS.flatMap((command) => ACTORS.map((actor) => ({ current, command, actor }))),
);

describe('SM-1: each status, command and role', () => {
  test.each(cells)('$current: $command by $actor', ({ current, command, actor }) => {
    const isEverTheirs = ALLOWED.some((row) => row[1] === command && row[2] === actor);
    for (const moment of ANY) {
      const row = ALLOWED.find(
        ([from, by, who, moments]) => from === current && by === command && who === actor && moments.includes(moment),
      );
      const refusal = { ok: false, code: isEverTheirs ? 'invalid_transition' : 'forbidden' };
      const expected = row ? { ok: true, status: row[4] } : refusal;
      expect(transition(current, command, actor, factsAt(moment, current)), moment).toEqual(expected);
    }
  });
});

describe('what else decides', () => {
  test('a doctor who confirms automatically schedules at once, also what a patient moves', () => {
    expect(initialStatus(true)).toBe('scheduled');
    expect(initialStatus(false)).toBe('pending');
    const facts = factsAt('early', 'pending', { autoConfirm: true });
    expect(transition('pending', 'move', 'patient', facts)).toEqual({ ok: true, status: 'scheduled' });
  });

  test('a declined or lapsed proposal leaves what was there', () => {
    const proposal = { answerBy: startsAt - 60 * MINUTE_MS, previous: 'scheduled' as const };
    const declined = transition('rescheduled', 'decline', 'patient', factsAt('early', 'rescheduled', { proposal }));
    const lapsed = transition('rescheduled', 'expire', 'system', factsAt('lapsed', 'rescheduled', { proposal }));
    expect(declined).toEqual({ ok: true, status: 'scheduled' });
    expect(lapsed).toEqual({ ok: true, status: 'scheduled' });
  });

  test('a request is over when its time to be answered is', () => {
    const waiting = factsAt('early', 'pending', { answerBy: startsAt - 90 * MINUTE_MS });
    const over = factsAt('lapsed', 'pending', { answerBy: startsAt - 90 * MINUTE_MS });
    expect(transition('pending', 'confirm', 'doctor', waiting)).toEqual({ ok: true, status: 'scheduled' });
    expect(transition('pending', 'expire', 'system', waiting).ok).toBe(false);
    for (const command of ['confirm', 'propose'] as const) {
      expect(transition('pending', command, 'doctor', over).ok).toBe(false);
    }
    expect(transition('pending', 'expire', 'system', over)).toEqual({ ok: true, status: 'cancelled' });
  });

  test('FR-5: once the patient was in the room, completing is the only way on', () => {
    const ways = ANY.flatMap((moment) =>
      COMMANDS.flatMap((command) =>
        ACTORS.filter(
          (actor) => transition('scheduled', command, actor, factsAt(moment, 'scheduled', { patientJoined: true })).ok,
        ).map((actor) => `${moment}: ${command} by ${actor}`),
      ),
    );
    expect(ways).toEqual(['start: complete by doctor', 'late: complete by doctor']);
  });
});
