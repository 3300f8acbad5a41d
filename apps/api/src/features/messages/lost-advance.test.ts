import { Types } from 'mongoose';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/app.js';
import { buildAppointment } from '../../../test/factories.js';
import { MessageModel, type MessageRecord } from './model.js';
import { pairId, pairOfIds } from './pair.js';
import { advanceConversation } from './writes.js';

const app = createTestApp();

/** A message that a process stored before it died. */
async function storedAlone() {
  const { doctor, patient } = await buildAppointment();
  const stored: MessageRecord = {
    _id: new Types.ObjectId(),
    conversationId: pairId(doctor.id, patient.id),
    seq: 1,
    doctorCount: 0,
    senderId: patient._id,
    receiverId: doctor._id,
    type: 'text',
    text: 'Are you there?',
    image: null,
    clientId: `sent-before-the-crash-${patient.id}`,
    appointmentId: null,
    createdAt: new Date(),
  };
  await MessageModel.collection.insertOne(stored);
  return { doctor, patient, stored };
}

test('a process died after storing a message: the retry shows it in the list and tells the other side, once', async () => {
  const { doctor, patient, stored } = await storedAlone();
  const conversations = async () => (await app.as(doctor).get('/api/message/conversations').expect(200)).body;
  expect((await conversations()).data).toEqual([]);

  const device = await app.socket(doctor);
  const retry = () =>
    app.as(patient).post(`/api/message/send/${doctor.id}`).send({ text: stored.text, clientId: stored.clientId });
  expect((await retry().expect(200)).body.data).toMatchObject({ _id: stored._id.toString(), seq: 1 });
  expect(await device.next('message-receive')).toMatchObject({ text: 'Are you there?', seq: 1 });
  expect(await conversations()).toMatchObject({ data: [{ unread: 1, lastMessage: { seq: 1 } }] });

  await retry().expect(200);
  await app.as(patient).post(`/api/message/send/${doctor.id}`).send({ text: 'Hello?', clientId: 'the-next-message' });
  // What a second announcement would have come before.
  expect(await device.next('message-receive')).toMatchObject({ seq: 2 });
});

test('a process died after the list showed a message, before it told anybody: the retry tells the other side, once', async () => {
  const { doctor, patient, stored } = await storedAlone();
  await advanceConversation({ pair: pairOfIds(doctor.id, patient.id), message: stored });
  const device = await app.socket(doctor);
  const send = (body: object) => app.as(patient).post(`/api/message/send/${doctor.id}`).send(body);
  for (let retry = 0; retry < 2; retry++) await send({ text: stored.text, clientId: stored.clientId }).expect(200);
  await send({ text: 'Hello?', clientId: 'the-one-after' }).expect(201);
  expect(await device.next('message-receive')).toMatchObject({ seq: 1 });
  expect(await device.next('message-receive')).toMatchObject({ seq: 2 });
});
