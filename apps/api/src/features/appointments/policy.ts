import type { SessionUser } from '@health-connect/contract/accounts';
import type { AppointmentAbilities } from '@health-connect/contract/appointments';
import { JOIN_EARLY_MINUTES, JOIN_LATE_MINUTES } from '@health-connect/contract/consults';
import { ACTIVE_STATUSES, CARE_STATUSES, type AppointmentCommand } from '@health-connect/contract/status';
import { transition, type TransitionFacts } from '@health-connect/scheduling/status';
import type { AppointmentRecord } from '../../db/appointments.js';

const MINUTE_MS = 60_000;

type Reader = Pick<SessionUser, 'id' | 'role'>;
type Participants = Pick<AppointmentRecord, 'doctorId' | 'patientId'>;
type Judged = Participants &
  Pick<
    AppointmentRecord,
    'status' | 'mode' | 'startsAt' | 'endsAt' | 'answerBy' | 'proposed' | 'patientJoinedAt' | 'rating'
  >;

/** Which side of an appointment somebody is; null for everyone else. */
export function sideOf(user: Reader, { doctorId, patientId }: Participants): 'doctor' | 'patient' | null {
  if (user.role === 'doctor' && doctorId.toString() === user.id) return 'doctor';
  if (user.role === 'patient' && patientId.toString() === user.id) return 'patient';
  return null;
}

export const canView = (user: Reader, appointment: Participants): boolean =>
  user.role === 'admin' || sideOf(user, appointment) !== null;

/** The doctor's private notes are for that doctor alone. */
export const canReadNotes = (user: Reader, appointment: Participants): boolean =>
  sideOf(user, appointment) === 'doctor';

/** From when until when its consult can be joined. */
export const joinWindow = ({ startsAt, endsAt }: Pick<AppointmentRecord, 'startsAt' | 'endsAt'>) => ({
  from: new Date(startsAt.getTime() - JOIN_EARLY_MINUTES * MINUTE_MS),
  until: new Date(endsAt.getTime() + JOIN_LATE_MINUTES * MINUTE_MS),
});

export function canJoin(user: Reader, appointment: Judged, at: number): boolean {
  const { from, until } = joinWindow(appointment);
  return (
    sideOf(user, appointment) !== null &&
    appointment.status === 'scheduled' &&
    appointment.mode === 'video' &&
    at >= from.getTime() &&
    at <= until.getTime()
  );
}

/** Whether it holds its time. */
export const isActive = ({ status }: Pick<AppointmentRecord, 'status'>): boolean =>
  (ACTIVE_STATUSES as readonly string[]).includes(status);

/** Whether an appointment of this status founds a care relationship. */
export const foundsCare = (status: AppointmentRecord['status']): boolean =>
  (CARE_STATUSES as readonly string[]).includes(status);

/** What the status machine asks about an appointment. */
export const factsOf = (
  {
    startsAt,
    answerBy,
    proposed,
    patientJoinedAt,
  }: Pick<Judged, 'startsAt' | 'answerBy' | 'proposed' | 'patientJoinedAt'>,
  at: number,
  autoConfirm = false,
): TransitionFacts => ({
  now: at,
  startsAt: startsAt.getTime(),
  ...(answerBy && { answerBy: answerBy.getTime() }),
  autoConfirm,
  patientJoined: patientJoinedAt !== null,
  ...(proposed && { proposal: { answerBy: proposed.answerBy.getTime(), previous: proposed.previousStatus } }),
});

/** Everything the reader may do now; the same questions decide the change itself. */
export function abilitiesOf(user: Reader, appointment: Judged, at: number): AppointmentAbilities {
  const side = sideOf(user, appointment);
  const { status } = appointment;
  const facts = factsOf(appointment, at);
  const may = (command: AppointmentCommand) => side !== null && transition(status, command, side, facts).ok;
  return {
    confirm: may('confirm'),
    cancel: may('cancel'),
    reschedule: may('move') || may('propose'),
    answer: may('accept'),
    complete: may('complete'),
    markNoShow: may('mark_no_show'),
    join: canJoin(user, appointment, at),
    editNotes: side === 'doctor',
    editReason: side === 'patient' && status === 'pending' && at < appointment.startsAt.getTime(),
    review: side === 'patient' && status === 'completed' && appointment.rating === null,
  };
}
