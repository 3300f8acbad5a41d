import type { DoctorChange, PatientChange } from '@health-connect/contract/appointments';
import type { FieldProblem } from '@health-connect/contract/errors';
import type { AppointmentCommand } from '@health-connect/contract/status';
import type { WantedTime } from '@health-connect/scheduling/find-slot';
import { AppError } from '../../http/errors.js';
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
    if (status && status !== 'rescheduled') refuse(['status'], 'Cannot go with a new time.');
    return { name: 'propose', wanted: wantedTime(body) };
  }
  if (status === 'rescheduled') refuse(['startsAt'], 'Say which time you propose.');
  return status ? { name: DOCTOR_STATUS[status] } : null;
}

/** @throws AppError `validation_failed` naming what does not go together. */
export function patientCommand(body: PatientChange): Command | null {
  const time = namesTime(body) ? ['startsAt', 'date', 'startTime'].filter((name) => name in body) : [];
  const asked = [...Object.keys(body).filter((name) => name === 'status' || name === 'proposal'), ...time.slice(0, 1)];
  if (asked.length > 1) refuse(asked, 'Ask for one thing at a time.');
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
  if (Object.keys(others).length > 0) refuse(Object.keys(others), 'Cannot go with a review.');
  if (rating === undefined) refuse(['rating'], 'Give one to five stars with your words.');
  return { rating, comment: review ?? '' };
}

function refuse(paths: string[], message: string): never {
  const errors: FieldProblem[] = paths.map((path) => ({ path, message }));
  throw new AppError('validation_failed', 'Please check the highlighted fields.', { errors });
}
