import type { SessionUser } from '@health-connect/contract/accounts';
import type { DoctorChange, PatientChange } from '@health-connect/contract/appointments';
import { patientCells } from '@health-connect/scheduling/cells';
import { transition } from '@health-connect/scheduling/status';
import { DoctorModel, type DoctorRecord } from '../../db/accounts.js';
import { AppointmentModel, type AppointmentRecord } from '../../db/appointments.js';
import { type AppError, ensureFound, invalid, refused } from '../../http/errors.js';
import { now } from '../../lib/clock.js';
import { HOURS_FIELDS } from '../availability/service.js';
import { announce, publishChange } from './announce.js';
import { type Command, doctorCommand, patientCommand } from './commands.js';
import { writeWords } from './notes.js';
import { type AppointmentWithPeople, withPeople } from './participants.js';
import { abilitiesOf, factsOf, isActive, sideOf } from './policy.js';
import { presentAppointment } from './present.js';
import { requireOwn } from './service.js';
import { withoutProposal } from './expire-overdue.js';
import { applyStep, type Step, updateUnchanged } from './transitions.js';
import { refuseHeld, requireOffered, timeFields } from './wanted-time.js';

type Edits = Partial<AppointmentRecord>;

/** Confirms, completes, cancels, marks as missed, proposes another time; writes notes and summary. */
export async function changeAsDoctor(
  user: SessionUser,
  id: string,
  body: DoctorChange,
): Promise<AppointmentWithPeople> {
  const command = doctorCommand(body);
  const appointment = await requireOwn(user, id);
  const { notes, summary, comment } = body;
  if (notes === undefined && summary === undefined) return perform(user, appointment, command, {}, comment);

  await requireAbility(user, appointment, 'editNotes');
  const written = writeWords(appointment, body, new Date(now()));
  if (written === 'stale') throw await refusal(user, appointment, 'stale_revision');
  // The same words once more, after an answer that got lost.
  if (written === 'there' && !command && comment === undefined) return (await withPeople([appointment]))[0]!;
  return perform(user, appointment, command, written === 'there' ? {} : written, comment);
}

/** Moves, cancels, answers a proposal; changes reason and mode while it is pending. */
export async function changeAsPatient(
  user: SessionUser,
  id: string,
  body: Omit<PatientChange, 'rating' | 'review'>,
): Promise<AppointmentWithPeople> {
  const command = patientCommand(body);
  const appointment = await requireOwn(user, id);
  const { reason, mode, comment } = body;
  const edits: Edits = { ...(reason !== undefined && { reason }), ...(mode !== undefined && { mode }) };
  if (Object.keys(edits).length > 0) await requireAbility(user, appointment, 'editReason');
  return perform(user, appointment, command, edits, comment);
}

/** Cancels it if it is active, or refuses like a cancel, and takes it off the caller's list. A completed one stays. */
export async function removeAppointment(user: SessionUser, id: string): Promise<AppointmentWithPeople> {
  const appointment = await requireOwn(user, id);
  if (appointment.status === 'completed') throw await refusal(user, appointment);
  if (isActive(appointment)) await perform(user, appointment, { name: 'cancel' }, {}, undefined);
  const hidden = await AppointmentModel.findByIdAndUpdate(
    id,
    { $addToSet: { hiddenFor: user.id } },
    { returnDocument: 'after' },
  ).lean<AppointmentRecord>();
  ensureFound(hidden);
  return (await withPeople([hidden]))[0]!;
}

async function perform(
  user: SessionUser,
  appointment: AppointmentRecord,
  command: Command | null,
  edits: Edits,
  comment: string | undefined,
): Promise<AppointmentWithPeople> {
  const changes = { ...edits, ...(comment !== undefined && { comment }) };
  if (!command) return edit(user, appointment, changes);
  const side = sideOf(user, appointment)!;
  const doctor = 'wanted' in command ? await hoursOf(appointment) : null;
  const facts = factsOf(appointment, now(), doctor?.rules.autoConfirm);
  const result = transition(appointment.status, command.name, side, facts);
  if (!result.ok) throw await refusal(user, appointment);

  const step: Step = { command: command.name, by: side, actorId: user.id, to: result.status, reason: comment };
  const changed =
    'wanted' in command
      ? await takeTime(appointment, step, command, doctor!, changes)
      : await applyStep(appointment, step, { ...changes, ...effectOf(command.name, appointment) });
  if (!changed) throw await lostRace(user, appointment, changes);
  return announce(changed, appointment);
}

async function edit(user: SessionUser, appointment: AppointmentRecord, changes: Edits): Promise<AppointmentWithPeople> {
  if (Object.keys(changes).length === 0) throw invalid('', 'nothing_to_change');
  if (changes.comment !== undefined) await requireAbility(user, appointment, 'cancel');
  const changed = await updateUnchanged(appointment, { $set: changes });
  if (!changed) throw await lostRace(user, appointment, changes);
  const found = (await withPeople([changed]))[0]!;
  publishChange(found);
  return found;
}

/** What a command does to the time that is held. */
function effectOf(command: Command['name'], appointment: AppointmentRecord): Edits {
  const { proposed } = appointment;
  if (command === 'accept' && proposed) {
    const { startsAt, endsAt, timeZone, doctorCells } = proposed;
    const cells = patientCells({ startsAt: startsAt.getTime(), endsAt: endsAt.getTime() });
    return { startsAt, endsAt, timeZone, doctorCells, patientCells: cells, proposed: null };
  }
  return withoutProposal(appointment);
}

/** A patient's move gives the old time up in the same write; a doctor's proposal holds both until it is answered. */
async function takeTime(
  appointment: AppointmentRecord,
  step: Step,
  command: Extract<Command, { wanted: object }>,
  doctor: DoctorRecord,
  changes: Edits,
): Promise<AppointmentRecord | null> {
  const slot = await requireOffered(doctor, command.wanted, appointment);
  const time = timeFields(slot, doctor);
  const effect = command.name === 'move' ? time : proposalOf(appointment, time, doctor);
  return applyStep(appointment, step, { ...changes, ...effect }).catch((error: unknown) =>
    refuseHeld(error, doctor, slot, appointment),
  );
}

function proposalOf(appointment: AppointmentRecord, time: ReturnType<typeof timeFields>, doctor: DoctorRecord): Edits {
  const { patientCells: cells, ...proposed } = time;
  return {
    proposed: {
      ...proposed,
      previousDoctorCells: appointment.doctorCells,
      answerBy: new Date(time.startsAt.getTime() - doctor.rules.minimumNoticeMinutes * 60_000),
      previousStatus: appointment.status === 'pending' ? 'pending' : 'scheduled',
    },
    doctorCells: union(appointment.doctorCells, time.doctorCells),
    patientCells: union(appointment.patientCells, cells),
  };
}

const union = (one: number[], other: number[]) => [...new Set([...one, ...other])];

async function hoursOf({ doctorId }: AppointmentRecord): Promise<DoctorRecord> {
  const doctor = await DoctorModel.findById(doctorId, HOURS_FIELDS).lean<DoctorRecord>();
  ensureFound(doctor);
  return doctor;
}

type Ability = keyof ReturnType<typeof abilitiesOf>;

async function requireAbility(user: SessionUser, appointment: AppointmentRecord, ability: Ability) {
  if (!abilitiesOf(user, appointment, now())[ability]) throw await refusal(user, appointment);
}

/** Between reading and writing something else was stored: other words, or another state. */
async function lostRace(user: SessionUser, appointment: AppointmentRecord, changes: Edits): Promise<AppError> {
  const current = await AppointmentModel.findById(appointment._id, { revision: 1 }).lean<AppointmentRecord>();
  const isStale = changes.revision !== undefined && current?.revision !== appointment.revision;
  return refusal(user, appointment, isStale ? 'stale_revision' : 'invalid_transition');
}

/** The appointment is in another state than the caller thought; they get the one it is in. */
async function refusal(
  user: SessionUser,
  { _id }: AppointmentRecord,
  code: 'invalid_transition' | 'stale_revision' = 'invalid_transition',
): Promise<AppError> {
  const current = await AppointmentModel.findById(_id).lean<AppointmentRecord>();
  ensureFound(current);
  const [found] = await withPeople([current]);
  const cameSince = code === 'invalid_transition' && current.status === 'scheduled' && current.patientJoinedAt;
  return refused(cameSince ? 'patient_came' : code, { data: presentAppointment(user, found!) });
}
