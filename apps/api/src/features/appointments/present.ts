import type { SessionUser } from '@health-connect/contract/accounts';
import type { Appointment, AppointmentPatient, ProposedTime } from '@health-connect/contract/appointments';
import { localTimeAt } from '@health-connect/scheduling/local-time';
import type { AppointmentRecord, HistoryRecord, ProposalRecord } from '../../db/appointments.js';
import { now } from '../../lib/clock.js';
import type { AppointmentWithPeople } from './participants.js';
import { abilitiesOf, canReadNotes, joinWindow } from './policy.js';

/** An appointment as one of its readers sees it, with what that reader may do. */
export function presentAppointment(
  reader: Pick<SessionUser, 'id' | 'role'>,
  { appointment, doctor, patient }: AppointmentWithPeople,
): Appointment {
  const { status, mode, reason, symptoms, comment, notes, summary, revision, rating, review, timeZone } = appointment;
  const window = joinWindow(appointment);
  return {
    _id: appointment._id.toString(),
    doctorId: doctor,
    patientId: reader.role === 'doctor' ? patient : onlyCard(patient),
    ...presentTime(appointment, timeZone),
    timeZone,
    status,
    mode,
    reason,
    symptoms,
    comment,
    ...(canReadNotes(reader, appointment) && { notes, revision }),
    summary,
    rating,
    review,
    ...(appointment.proposed && { proposed: presentProposal(appointment.proposed) }),
    ...(status === 'pending' && { answerBy: (appointment.answerBy ?? appointment.startsAt).toISOString() }),
    history: appointment.history.map(presentHistory),
    joinFrom: window.from.toISOString(),
    joinUntil: window.until.toISOString(),
    createdAt: appointment.createdAt.toISOString(),
    can: abilitiesOf(reader, appointment, now()),
  };
}

/** Where a patient is and what they speak is for their doctor. */
const onlyCard = ({ _id, name, avatar }: AppointmentPatient): AppointmentPatient => ({ _id, name, avatar });

const presentProposal = (proposed: ProposalRecord): ProposedTime => ({
  ...presentTime(proposed, proposed.timeZone),
  answerBy: proposed.answerBy.toISOString(),
});

function presentTime({ startsAt, endsAt }: Pick<AppointmentRecord, 'startsAt' | 'endsAt'>, timeZone: string) {
  const start = localTimeAt(startsAt.getTime(), timeZone);
  return {
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    date: start.date,
    startTime: start.time,
    endTime: localTimeAt(endsAt.getTime(), timeZone).time,
  };
}

const presentHistory = ({ at, by, command, from, to, reason }: HistoryRecord) => ({
  at: at.toISOString(),
  by,
  command,
  from,
  to,
  // What time did has no words of anybody; rows from before carry English ones.
  ...(reason && by !== 'system' && { reason }),
});
