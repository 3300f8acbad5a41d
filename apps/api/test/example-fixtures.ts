import { createHash } from 'node:crypto';
import mongoose, { Types } from 'mongoose';
import { AdminModel } from '../src/db/accounts.js';
import { CallModel } from '../src/features/calls/model.js';
import { ConversationModel, MessageModel } from '../src/features/messages/model.js';
import { pairId } from '../src/features/messages/pair.js';
import { EXAMPLE_TIME, IDS, RESET_TOKEN } from '../src/features/reference/examples.js';
import { ReviewModel } from '../src/features/reviews/model.js';
import { UploadModel } from '../src/features/uploads/model.js';
import { buildAppointment, buildDoctor, buildPatient, PASSWORD_HASH } from './factories.js';

/** The tabs of the two; the id of a peer in a consult is made of it. */
export const DEVICES = { patient: 'example-patient', doctor: 'example-doctor' };

const _id = (id: string) => new Types.ObjectId(id);
const at = (time: string) => new Date(time);
const now = at(EXAMPLE_TIME);

/** Empties the database and makes the people and things that the examples of the reference name. */
export async function makeFixtures() {
  await Promise.all(Object.values(mongoose.models).map((model) => model.deleteMany({})));
  const patient = await buildPatient({
    _id: _id(IDS.patient),
    name: 'Ana Silva',
    email: 'ana@example.org',
    dateOfBirth: '1990-04-30',
    bloodGroup: 'O+',
    gender: 'female',
    allergies: 'None known',
    contactNumber: '+1 212 555 0100',
    emergencyContact: [{ name: 'Rui Silva', relationship: 'Brother', phone: '+1 212 555 0101' }],
  });
  const doctor = await buildDoctor({
    _id: _id(IDS.doctor),
    name: 'Dr. Xavier Lund',
    email: 'xavier@example.org',
    specialization: 'Dermatology',
    qualification: 'MD, FAAD',
    languages: ['en', 'es'],
    about: 'Skin, and time to listen.',
    contactNumber: '+1 212 555 0102',
  });
  await AdminModel.create({
    _id: _id(IDS.admin),
    name: 'Ada Admin',
    email: 'ada@example.org',
    passwordHash: PASSWORD_HASH,
  });
  made = { doctor, patient };
  await makeAppointments();
  await Promise.all([makeMessage(), makePicture(), makeReview(), makeReset()]);
}

let made: { doctor: Awaited<ReturnType<typeof buildDoctor>>; patient: Awaited<ReturnType<typeof buildPatient>> };

function makeAppointment(id: string, startsAt: string, fields: Parameters<typeof buildAppointment>[0] = {}) {
  const common = { ...made, createdAt: now, reason: 'A rash on one arm' };
  return buildAppointment({ ...common, _id: _id(id), startsAt, ...fields });
}

async function makeAppointments() {
  await makeAppointment(IDS.request, '2026-11-26T15:00:00Z', {
    status: 'pending',
    answerBy: at('2026-11-25T15:00:00Z'),
  });
  await makeAppointment(IDS.coming, '2026-11-24T15:00:00Z');
  await makeAppointment(IDS.over, '2026-11-02T15:00:00Z', { status: 'completed', summary: 'A cream, twice a day.' });
}

/** One that can be joined now. */
export const openConsult = () => makeAppointment(IDS.open, '2026-11-23T15:05:00Z');

async function makeMessage() {
  const conversationId = pairId(IDS.doctor, IDS.patient);
  const message = await MessageModel.create({
    conversationId,
    seq: 1,
    doctorCount: 0,
    senderId: _id(IDS.patient),
    receiverId: _id(IDS.doctor),
    type: 'text',
    text: 'Good morning, doctor.',
    image: null,
    clientId: 'the-first-message',
    appointmentId: null,
    createdAt: now,
  });
  await ConversationModel.create({
    _id: conversationId,
    doctorId: _id(IDS.doctor),
    patientId: _id(IDS.patient),
    lastSeq: 1,
    doctorCount: 0,
    lastMessageId: message._id,
    lastAt: now,
  });
}

const makePicture = () =>
  UploadModel.create({
    _id: _id(IDS.picture),
    ownerId: _id(IDS.patient),
    ownerRole: 'patient',
    purpose: 'message',
    mimeType: 'image/png',
    bytes: 120,
    width: 4,
    height: 4,
    sharedWith: [],
    createdAt: now,
  });

const makeReview = () =>
  ReviewModel.create({
    appointmentId: new Types.ObjectId(),
    doctorId: _id(IDS.doctor),
    patientId: new Types.ObjectId(),
    author: 'Ines',
    rating: 5,
    comment: 'Kind and clear.',
    createdAt: at('2026-11-01T10:00:00Z'),
  });

const makeReset = () =>
  mongoose.models.PasswordReset!.create({
    accountId: _id(IDS.patient),
    version: 0,
    tokenHash: createHash('sha256').update(RESET_TOKEN).digest('hex'),
    expiresAt: at('2026-11-23T15:30:00Z'),
  });

/** The patient calls the doctor. */
export const makeCall = (state: 'ringing' | 'accepted') =>
  CallModel.create({
    _id: _id(IDS[state]),
    kind: 'call',
    callerId: _id(IDS.patient),
    calleeId: _id(IDS.doctor),
    participants: [_id(IDS.patient), _id(IDS.doctor)],
    state: state === 'ringing' ? 'ringing' : 'connecting',
    offer: state === 'ringing' ? { type: 'offer', sdp: 'v=0' } : null,
    callerDevice: DEVICES.patient,
    calleeDevice: state === 'ringing' ? null : DEVICES.doctor,
    answered: state === 'accepted',
    startedAt: now,
    ringsUntil: new Date(now.getTime() + 45_000),
  });
