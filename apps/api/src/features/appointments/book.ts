import { createHash } from 'node:crypto';
import type { SessionUser } from '@health-connect/contract/accounts';
import type { BookAppointment } from '@health-connect/contract/appointments';
import { initialStatus } from '@health-connect/scheduling/status';
import { AccountModel, type DoctorRecord } from '../../db/accounts.js';
import { AppointmentModel, type AppointmentRecord } from '../../db/appointments.js';
import { toTell } from '../../db/outbox.js';
import { ensure, ensureFound, invalid } from '../../http/errors.js';
import { isListed } from '../availability/policy.js';
import { touchesKept } from '../availability/service.js';
import { announce } from './announce.js';
import { joinPeople, type AppointmentWithPeople, withPeople } from './participants.js';
import { storeInPlace } from './places.js';
import { historyRow, type Step, whenAnswered } from './transitions.js';
import { refuseHeld, requireOffered, timeFields, wantedTime } from './wanted-time.js';

const MAX_KEY = 200;
const BOOKING_FIELDS = {
  name: 1,
  avatar: 1,
  role: 1,
  specialization: 1,
  verification: 1,
  suspendedAt: 1,
  timeZone: 1,
  language: 1,
  schedule: 1,
  overrides: 1,
  rules: 1,
  nextSlots: 1,
  nextSlotsStaleAt: 1,
} as const;

interface Idempotency {
  idempotencyKey: string | null;
  idempotencyHash: string | null;
}

/**
 * Takes an offered slot. Whether it is still free is decided by the insert: the loser of a race gets the nearest ones.
 * The same key and body give the same appointment, also in parallel and after a lost answer.
 */
export async function book(
  user: SessionUser,
  input: BookAppointment,
  key: string | undefined,
): Promise<AppointmentWithPeople> {
  const idempotency = idempotencyOf(input, key);
  try {
    return await place(user, input, idempotency);
  } catch (error) {
    // Whatever refused it, a repeated request must not lose to its own first success.
    const first = key && (await findFirst(user, idempotency));
    if (!first) throw error;
    return first;
  }
}

async function place(
  user: SessionUser,
  input: BookAppointment,
  idempotency: Idempotency,
): Promise<AppointmentWithPeople> {
  const wanted = wantedTime(input);
  const people = await AccountModel.find({ _id: { $in: [input.doctorId, user.id] } }, BOOKING_FIELDS).lean<
    DoctorRecord[]
  >();
  const doctor = people.find(({ _id, role }) => role === 'doctor' && _id.toString() === input.doctorId.toLowerCase());
  ensureFound(doctor?.verification === 'pending' ? null : doctor);
  ensure(isListed(doctor!), 'no_bookings');
  const slot = await requireOffered(doctor!, wanted);
  const step: Step = { command: 'book', by: 'patient', actorId: user.id, to: initialStatus(doctor!.rules.autoConfirm) };
  const time = timeFields(slot, doctor!);
  const fields = {
    doctorId: doctor!._id,
    patientId: user.id,
    ...time,
    ...whenAnswered(step, time.startsAt),
    status: step.to,
    mode: input.mode,
    reason: input.reason,
    symptoms: input.symptoms,
    history: [historyRow(step, null)],
    ...toTell(null),
    ...idempotency,
  };
  const appointment = await storeInPlace({ user, doctor: doctor! }, (places) => insert({ ...fields, ...places })).catch(
    (error: unknown) => refuseHeld(error, doctor!, slot),
  );
  return announce(appointment, null, {
    people: joinPeople([appointment], people)[0],
    keepsSlots: !touchesKept(doctor!, slot.startsAt),
  });
}

async function insert(fields: object): Promise<AppointmentRecord> {
  return (await AppointmentModel.create(fields)).toObject<AppointmentRecord>();
}

function idempotencyOf(input: BookAppointment, key: string | undefined): Idempotency {
  if (key === undefined) return { idempotencyKey: null, idempotencyHash: null };
  if (key.length === 0) throw invalid('Idempotency-Key', 'empty');
  if (key.length > MAX_KEY) throw invalid('Idempotency-Key', 'too_long', { max: MAX_KEY });
  const sorted = Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    idempotencyKey: key,
    idempotencyHash: createHash('sha256').update(JSON.stringify(sorted)).digest('base64url'),
  };
}

async function findFirst(
  user: SessionUser,
  { idempotencyKey, idempotencyHash }: Idempotency,
): Promise<AppointmentWithPeople | null> {
  const first = await AppointmentModel.findOne({ patientId: user.id, idempotencyKey }).lean<AppointmentRecord>();
  if (!first) return null;
  ensure(first.idempotencyHash === idempotencyHash, 'key_reused');
  return (await withPeople([first]))[0]!;
}
