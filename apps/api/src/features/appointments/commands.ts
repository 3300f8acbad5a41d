import type { DoctorChange, PatientChange } from '@health-connect/contract/appointments';
import type { FieldProblem, PlainProblem } from '@health-connect/contract/problems';
import type { AppointmentCommand } from '@health-connect/contract/status';
import type { WantedTime } from '@health-connect/scheduling/find-slot';
import { refused } from '../../http/errors.js';
import { namesTime, wantedTime } from './wanted-time.js';

/** What a body of `PUT /appointments/:id` asks for: one command at most, with its time where it has one. */
export type Command =
  | { name: Extract<AppointmentCommand, 'move' | 'propose'>; wanted: WantedTime }
  | { name: Exclude<AppointmentCommand, 'move' | 'propose' | 'expire'> };

export interface Review {
  rating: number;
  comment: string;
}

const DOCTOR_STATUS = {
  scheduled: 'confirm',
  completed: 'complete',
  cancelled: 'cancel',
  no_show: 'mark_no_show',
} as const;

/** @throws AppError `validation_failed` naming what does not go together. */
export function doctorCommand(body: DoctorChange): Command | null {
  const { status } = body;
  if (namesTime(body)) {
    if (status && status !== 'rescheduled') refuse(['status'], 'not_with_new_time');
    return { name: 'propose', wanted: wantedTime(body) };
  }
  if (status === 'rescheduled') refuse(['startsAt'], 'no_time_proposed');
  return status ? { name: DOCTOR_STATUS[status] } : null;
}

/** @throws AppError `validation_failed` naming what does not go together. */
export function patientCommand(body: PatientChange): Command | null {
  const time = namesTime(body) ? ['startsAt', 'date', 'startTime'].filter((name) => name in body) : [];
  const asked = [...Object.keys(body).filter((name) => name === 'status' || name === 'proposal'), ...time.slice(0, 1)];
  if (asked.length > 1) refuse(asked, 'one_thing_at_a_time');
  if (body.status) return { name: 'cancel' };
  if (body.proposal) return { name: body.proposal };
  return namesTime(body) ? { name: 'move', wanted: wantedTime(body) } : null;
}

/**
 * The review in a patient's body, if there is one.
 * @throws AppError `validation_failed` where half of it is missing, or something else comes with it.
 */
export function reviewIn({ rating, review, ...others }: PatientChange): Review | null {
  if (rating === undefined && review === undefined) return null;
  if (Object.keys(others).length > 0) refuse(Object.keys(others), 'not_with_review');
  if (rating === undefined) refuse(['rating'], 'no_stars');
  return { rating, comment: review ?? '' };
}

function refuse(paths: string[], problem: PlainProblem): never {
  const errors: FieldProblem[] = paths.map((path) => ({ path, problem }));
  throw refused('validation_failed', { errors });
}
