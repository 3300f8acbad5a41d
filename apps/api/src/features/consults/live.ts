import type { SessionUser } from '@health-connect/contract/accounts';
import {
  consultsChanged,
  JOIN_EARLY_MINUTES,
  type LiveConsult,
  waitingChanged,
  type WaitingPatient,
} from '@health-connect/contract/consults';
import { now } from '../../lib/clock.js';
import { logger } from '../../lib/logger.js';
import { publishToUser, tell } from '../../realtime/publish.js';
import type { AppSocket } from '../../realtime/types.js';
import { joinWindow } from '../appointments/policy.js';
import { scheduledBetween, type AppointmentWithPeople, withPeople } from '../appointments/service.js';
import { ConsultModel, type ConsultRecord } from './model.js';
import { goesOn } from './policy.js';
import { hasDoctor, isOccupied, presentWaiting, SEAT_KEPT_MS, waitingForDoctor } from './seats.js';

/** A consult that began longer ago is looked for no more, whoever still sits in it. */
const LONGEST_HOURS = 24;
const HOUR_MS = 3_600_000;
/** Something changed each time it was told: whatever comes next tells again. */
const MAX_TELLINGS = 5;

type Participant = Pick<SessionUser, 'id' | 'role'>;
type Sitting = AppointmentWithPeople & { consult: ConsultRecord };

/** What every page of a person tells: who waits for them (doctors), and which consults of theirs go on. */
export interface Live {
  waiting: WaitingPatient[];
  consults: LiveConsult[];
}

/** Worked out from the seats in the database, so that it is the same on every process and device. */
export async function liveOf(person: Participant): Promise<Live> {
  const at = now();
  const sittings = await sittingsOf(person, at);
  const waiting = person.role === 'doctor' ? sittings.flatMap((sitting) => waitingAt(sitting, at)) : [];
  return {
    waiting: waiting.toSorted((one, other) => one.since.localeCompare(other.since)),
    consults: sittings
      .filter(({ consult, appointment }) => goesOn(consult, appointment, at))
      .map((sitting) => presentLive(person, sitting)),
  };
}

/** The appointments around now in which somebody sits, or was let in. */
async function sittingsOf(person: Participant, at: number): Promise<Sitting[]> {
  if (person.role !== 'doctor' && person.role !== 'patient') return [];
  const from = new Date(at - LONGEST_HOURS * HOUR_MS);
  const appointments = await scheduledBetween(person, from, new Date(at + JOIN_EARLY_MINUTES * 60_000));
  if (appointments.length === 0) return [];
  const consults = await ConsultModel.find({ _id: { $in: appointments.map(({ _id }) => _id) } }).lean<
    ConsultRecord[]
  >();
  const used = new Map(
    consults
      .filter(({ seats, admitted }) => seats.length + admitted.length > 0)
      .map((consult) => [consult._id.toString(), consult]),
  );
  const found = await withPeople(appointments.filter(({ _id }) => used.has(_id.toString())));
  return found.map((each) => ({ ...each, consult: used.get(each.appointment._id.toString())! }));
}

function waitingAt({ appointment, patient, consult }: Sitting, at: number): WaitingPatient[] {
  const isPatient = (userId: string) => userId === patient._id;
  return waitingForDoctor(consult, new Date(at - SEAT_KEPT_MS)).map(({ seat, since }) => ({
    ...presentWaiting(appointment._id.toString(), { ...seat, since }),
    patientId: patient._id,
    avatar: isPatient(seat.userId) ? patient.avatar : '',
    startsAt: appointment.startsAt.toISOString(),
    mode: appointment.mode,
    doctorPresent: hasDoctor(consult),
  }));
}

function presentLive(person: Participant, { appointment, doctor, patient, consult }: Sitting): LiveConsult {
  const { _id, name, avatar } = person.role === 'doctor' ? patient : doctor;
  return {
    appointmentId: appointment._id.toString(),
    with: { _id, name, avatar },
    startedAt: (consult.begunAt ?? appointment.startsAt).toISOString(),
    until: isOccupied(consult) ? null : joinWindow(appointment).until.toISOString(),
  };
}

/** Tells both people of a consult, on every device, after somebody came, was let in or went. */
export async function tellLive({ doctorId, patientId }: ConsultRecord): Promise<void> {
  const participants: Participant[] = [
    { id: doctorId.toString(), role: 'doctor' },
    { id: patientId.toString(), role: 'patient' },
  ];
  await Promise.all(
    participants.map((person) =>
      tellUnlessSame(person, ({ waiting, consults }) => {
        if (person.role === 'doctor') publishToUser(person.id, waitingChanged, waiting);
        publishToUser(person.id, consultsChanged, consults);
      }),
    ),
  );
}

/** Tells one device, which has just connected. */
export async function greet(socket: AppSocket): Promise<void> {
  const { user } = socket.data;
  if (user.role !== 'doctor' && user.role !== 'patient') return;
  await tellUnlessSame(user, ({ waiting, consults }) => {
    if (user.role === 'doctor') tell(socket, waitingChanged, waiting);
    tell(socket, consultsChanged, consults);
  });
}

/**
 * Tells, then looks again, and tells anew where something changed meanwhile: whichever process speaks last then says
 * how it is. What happened has happened; a failure here is only logged, and the next change or connect makes up for it.
 */
async function tellUnlessSame(person: Participant, say: (live: Live) => void): Promise<void> {
  try {
    let told = '';
    for (let telling = 0; telling < MAX_TELLINGS; telling++) {
      const live = await liveOf(person);
      const words = JSON.stringify(live);
      if (words === told) return;
      say(live);
      told = words;
    }
  } catch (error) {
    logger.warn({ err: error }, 'who waits could not be told');
  }
}
