import { randomBytes } from 'node:crypto';
import { DEFAULT_RULES } from '@health-connect/contract/availability';
import mongoose from 'mongoose';
import { pairId } from '../src/features/messages/pair.js';
import { ConversationModel, MessageModel } from '../src/features/messages/model.js';
import { ReviewModel } from '../src/features/reviews/model.js';
import { AppointmentModel, type AppointmentRecord } from '../src/db/appointments.js';
import { NO_EVENT } from '../src/db/outbox-fields.js';
import type { TestUser } from './app.js';
import { type Actor, canary, HIDDEN, type Pair, PEOPLE } from './canaries.js';
import { buildAdmin, buildAppointment, buildDoctor, buildPatient, buildPharmacist, everyDay } from './factories.js';

type Doctor = Awaited<ReturnType<typeof buildDoctor>>;
type Patient = Awaited<ReturnType<typeof buildPatient>>;

export interface Fixtures {
  users: Record<Exclude<Actor, 'anonymous'>, TestUser>;
  pairs: Record<Pair, { patient: Patient; doctor: Doctor }>;
  /** Registered, not verified. */
  unlisted: Doctor;
}

export const missingId = () => randomBytes(12).toString('hex');

/**
 * Empties the database and fills it anew: everybody of `ACTORS`, with a canary in every field that is someone's own.
 */
export async function buildFixtures(): Promise<Fixtures> {
  await Promise.all(Object.values(mongoose.models).map((model) => model.deleteMany({})));
  const [annaXavier, benYara] = [await buildPair('annaXavier'), await buildPair('benYara')];
  const unlisted = await buildDoctor({ verification: 'pending', name: HIDDEN, about: HIDDEN, qualification: HIDDEN });
  const suspended = await buildPatient({ suspendedAt: new Date() });
  return {
    pairs: { annaXavier, benYara },
    unlisted,
    users: {
      anna: annaXavier.patient,
      ben: benYara.patient,
      xavier: annaXavier.doctor,
      yara: benYara.doctor,
      pharmacist: await buildPharmacist(),
      admin: await buildAdmin(),
      suspended,
    },
  };
}

async function buildPair(pair: Pair) {
  const patient = await buildPatient({
    name: `${PEOPLE[pair].patient} ${canary('patient-name', pair)}`,
    email: `${canary('patient-email', pair)}@example.test`,
    contactNumber: canary('patient-phone', pair),
    language: canary('patient-language', pair),
    gender: canary('gender', pair),
    allergies: canary('allergies', pair),
    dateOfBirth: '1990-04-30',
    emergencyContact: [
      {
        name: canary('contact-name', pair),
        relationship: canary('contact-relationship', pair),
        phone: canary('contact-phone', pair),
      },
    ],
  });
  const doctor = await buildDoctor({
    email: `${canary('doctor-email', pair)}@example.test`,
    contactNumber: canary('doctor-phone', pair),
    language: canary('doctor-language', pair),
    overrides: [{ date: '2030-01-01', slots: [], note: canary('override-note', pair) }],
    schedule: everyDay,
    rules: DEFAULT_RULES,
  });
  const made = { patient, doctor };
  const past = await completedAppointment(pair, made, 30);
  await ReviewModel.create({
    appointmentId: past._id,
    doctorId: doctor._id,
    patientId: patient._id,
    author: PEOPLE[pair].patient,
    rating: 5,
    comment: 'Kind and clear.',
    createdAt: new Date(),
  });
  await writeMessage(pair, made);
  return made;
}

type People = Fixtures['pairs'][Pair];

/** Every text of an appointment, as a canary. */
const written = (pair: Pair): Partial<AppointmentRecord> => ({
  reason: canary('reason', pair),
  symptoms: canary('symptoms', pair),
  comment: canary('comment', pair),
  summary: canary('summary', pair),
  notes: canary('notes', pair),
  idempotencyHash: canary('idempotency-hash', pair),
});

/** An appointment `daysAgo`, over and not reviewed by `ReviewModel` yet. */
export const completedAppointment = (pair: Pair, people: People, daysAgo: number) =>
  buildAppointment({
    ...people,
    ...written(pair),
    status: 'completed',
    startsAt: new Date(Date.now() - daysAgo * 86_400_000),
  });

let count = 0;

/** A scheduled appointment in some days, each at another time. */
export const comingAppointment = (pair: Pair, people: People) =>
  buildAppointment({
    ...people,
    ...written(pair),
    idempotencyKey: `${canary('idempotency-key', pair)}-${++count}`,
    history: [
      {
        ...NO_EVENT,
        at: new Date(),
        by: 'doctor',
        actorId: people.doctor._id,
        command: 'confirm',
        from: 'pending',
        to: 'scheduled',
        reason: canary('history', pair),
      },
    ],
    startsAt: new Date(Date.now() + 3 * 86_400_000 + ++count * 3_600_000),
  });

/** The one appointment of a pair that can be joined now; an earlier one gives way. */
export async function openAppointment(pair: Pair, people: People) {
  const soon = { $gt: new Date(Date.now() - 3_600_000), $lt: new Date(Date.now() + 86_400_000) };
  await AppointmentModel.deleteMany({ doctorId: people.doctor._id, startsAt: soon });
  return buildAppointment({ ...people, ...written(pair) });
}

/** The patient wrote one message, which the doctor has not read. */
async function writeMessage(pair: Pair, { patient, doctor }: People) {
  const conversationId = pairId(doctor.id, patient.id);
  const [message] = await MessageModel.create([
    {
      conversationId,
      seq: 1,
      doctorCount: 0,
      senderId: patient._id,
      receiverId: doctor._id,
      type: 'text',
      text: canary('message', pair),
      image: null,
      clientId: `seeded-${patient.id}`,
      appointmentId: null,
      createdAt: new Date(),
    },
  ]);
  await ConversationModel.create({
    _id: conversationId,
    doctorId: doctor._id,
    patientId: patient._id,
    lastSeq: 1,
    doctorCount: 0,
    lastMessageId: message!._id,
    lastAt: new Date(),
  });
}
