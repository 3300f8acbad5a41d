import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient } from '../../../test/factories.js';
import { DoctorModel } from '../../db/accounts.js';
import { ConversationModel, MessageModel } from './model.js';

const app = createTestApp();

const write = (text: string, clientId: string = randomUUID()) => ({ text, clientId });

async function pairInCare() {
  const { doctor, patient } = await buildAppointment();
  return { doctor, patient };
}

describe('sending', () => {
  test('CH-1: the same message from two tabs and by REST, in parallel, is stored once and acked alike', async () => {
    const { doctor, patient } = await pairInCare();
    const message = write('Hello');
    const event = { to: doctor.id, type: 'text', ...message };
    const [one, two] = await Promise.all([app.socket(patient), app.socket(patient)]);
    const bySocket = [one, two, one].map((tab) => tab.request('message-send', event));
    const byRest = app.as(patient).post(`/api/message/send/${doctor.id}`).send(message);
    const [acks, reply] = [await Promise.all(bySocket), await byRest];

    const shown = acks.map((ack) => ack.ok && ack.data);
    expect(shown).toEqual([reply.body.data, reply.body.data, reply.body.data]);
    expect(reply.body.data).toMatchObject({ seq: 1, text: 'Hello', senderId: patient.id, receiverId: doctor.id });
    expect(await MessageModel.countDocuments({ senderId: patient._id })).toBe(1);
    const again = await app.as(patient).post(`/api/message/send/${doctor.id}`).send(message);
    expect([again.status, again.body.data.seq]).toEqual([200, 1]);
  });

  test('a client id that named another message to someone else is refused', async () => {
    const [patient, doctor, other] = [await buildPatient(), await buildDoctor(), await buildDoctor()];
    const message = write('For one');
    await app.as(patient).post(`/api/message/send/${doctor.id}`).send(message);
    const reply = await app.as(patient).post(`/api/message/send/${other.id}`).send(message);
    expect([reply.status, reply.body.code]).toEqual([409, 'key_reused']);
  });

  test('both writing at once gives one order without gaps, the same for both', async () => {
    const { doctor, patient } = await pairInCare();
    const both = [await app.socket(doctor), await app.socket(patient)] as const;
    const sends = Array.from({ length: 40 }, (_, index) =>
      both[index % 2]!.request('message-send', {
        to: index % 2 ? doctor.id : patient.id,
        type: 'text',
        ...write(`${index}`),
      }),
    );
    const acks = await Promise.all(sends);
    expect(acks.every(({ ok }) => ok)).toBe(true);
    const { body } = await app.as(doctor).get(`/api/message/${patient.id}?limit=100`);
    expect(body.data.map(({ seq }: { seq: number }) => seq)).toEqual(Array.from({ length: 40 }, (_, i) => 40 - i));
    for (const socket of both) expect(socket.heard('message-receive')).toHaveLength(40);
  });

  test('CH-2: a doctor cannot begin with a stranger; a patient may write to any verified doctor', async () => {
    const [patient, doctor] = [await buildPatient(), await buildDoctor()];
    const refused = await app.as(doctor).post(`/api/message/send/${patient.id}`).send(write('Hi'));
    expect([refused.status, await ConversationModel.countDocuments({ doctorId: doctor._id })]).toEqual([404, 0]);
    const missing = await app
      .as(doctor)
      .post(`/api/message/send/${'a'.repeat(24)}`)
      .send(write('Hi'));
    expect({ ...missing.body, requestId: '' }).toEqual({ ...refused.body, requestId: '' });

    expect((await app.as(patient).post(`/api/message/send/${doctor.id}`).send(write('Hello'))).status).toBe(201);
    expect((await app.as(doctor).post(`/api/message/send/${patient.id}`).send(write('Hi'))).status).toBe(201);
  });

  test('CH-2: two patients, two doctors, an unverified doctor: not found, to write, to read, to look at', async () => {
    const [ana, ben, doctor, other] = [
      await buildPatient(),
      await buildPatient(),
      await buildDoctor(),
      await buildDoctor(),
    ];
    const pending = await buildDoctor({ verification: 'pending' });
    for (const [from, to] of [
      [ana, ben],
      [doctor, other],
      [ana, pending],
      [ana, ana],
    ] as const) {
      const replies = await Promise.all([
        app.as(from).post(`/api/message/send/${to.id}`).send(write('Hi')),
        app.as(from).get(`/api/message/${to.id}`),
        app.as(from).get(`/api/message/user/${to.id}`),
      ]);
      expect(replies.map(({ status }) => status)).toEqual([404, 404, 404]);
    }
  });

  test('CH-13: once the care relationship ended, the next message is refused and the history stays', async () => {
    const { doctor, patient, id } = await buildAppointment();
    const socket = await app.socket(doctor);
    const send = () => socket.request('message-send', { to: patient.id, type: 'text', ...write('How are you?') });
    expect([(await send()).ok, (await send()).ok]).toEqual([true, true]);
    await app.as(patient).put(`/api/appointments/${id}`).send({ status: 'cancelled' });
    expect(await send()).toMatchObject({ ok: false, error: { code: 'not_found' } });
    const { body } = await app.as(doctor).get(`/api/message/${patient.id}`);
    expect(body.data).toHaveLength(2);
  });

  test.each([
    ['nothing', {}],
    ['too much', { text: 'x'.repeat(4001) }],
    ['an unknown field', { text: 'Hi', senderId: 'a'.repeat(24) }],
    ['an operator', { text: { $gt: '' } }],
    ["someone else's picture", { image: 'a'.repeat(24) }],
  ])('SEC-4: %s is refused and nothing is stored', async (_, body) => {
    const [patient, doctor] = [await buildPatient(), await buildDoctor()];
    const reply = await app
      .as(patient)
      .post(`/api/message/send/${doctor.id}`)
      .send({ clientId: randomUUID(), ...body });
    expect([reply.status, await MessageModel.countDocuments({ senderId: patient._id })]).toEqual([400, 0]);
  });
});

describe('receipts', () => {
  async function sentTo() {
    const { doctor, patient } = await pairInCare();
    const [sender, receiver] = [await app.socket(patient), await app.socket(doctor)];
    for (const text of ['one', 'two', 'three']) {
      await sender.request('message-send', { to: doctor.id, type: 'text', ...write(text) });
    }
    return { doctor, patient, sender, receiver };
  }

  test('CH-3: sent, then delivered to a device, then read: the sender hears each', async () => {
    const { doctor, patient, sender, receiver } = await sentTo();
    const before = await app.as(patient).get(`/api/message/${doctor.id}`);
    expect(before.body.meta.theirs).toEqual({ deliveredSeq: 0, readSeq: 0 });

    await receiver.request('message-delivered', { from: patient.id, upTo: 3 });
    expect(await sender.next('message-delivered')).toEqual({ by: doctor.id, of: patient.id, upTo: 3 });
    await receiver.request('message-read', { from: patient.id, upTo: 2 });
    expect(await sender.next('message-read')).toEqual({ by: doctor.id, of: patient.id, upTo: 2 });
    const after = await app.as(patient).get(`/api/message/${doctor.id}`);
    expect(after.body.meta.theirs).toEqual({ deliveredSeq: 3, readSeq: 2 });
  });

  test('CH-4: late and repeated receipts change nothing; read implies delivered', async () => {
    const { doctor, patient, sender, receiver } = await sentTo();
    await receiver.request('message-read', { from: patient.id, upTo: 3 });
    await receiver.request('message-read', { from: patient.id, upTo: 1 });
    await receiver.request('message-delivered', { from: patient.id, upTo: 2 });
    await receiver.request('message-read', { from: patient.id, upTo: 3 });
    const { body } = await app.as(patient).get(`/api/message/${doctor.id}`);
    expect(body.meta.theirs).toEqual({ deliveredSeq: 3, readSeq: 3 });
    await sender.request('typing-stop', { to: doctor.id });
    expect([sender.heard('message-read').length, sender.heard('message-delivered').length]).toEqual([1, 0]);
  });

  test('a receipt for a message that does not exist is refused', async () => {
    const { patient, receiver } = await sentTo();
    for (const event of ['message-read', 'message-delivered'] as const) {
      expect((await receiver.request(event, { from: patient.id, upTo: 4 })).ok).toBe(false);
      expect((await receiver.request(event, { from: 'a'.repeat(24), upTo: 1 })).ok).toBe(false);
    }
  });

  test('CH-7: reading on one device tells the others; unread counts only what the other side wrote', async () => {
    const { doctor, patient, receiver } = await sentTo();
    const phone = await app.socket(doctor);
    await receiver.request('message-send', { to: patient.id, type: 'text', ...write('Mine never counts') });
    const unread = async () => {
      const { body } = await app.as(doctor).get('/api/message/conversations');
      return [body.data[0].unread, body.meta.unreadTotal];
    };
    expect(await unread()).toEqual([3, 3]);
    await receiver.request('message-read', { from: patient.id, upTo: 2 });
    expect(await phone.next('message-read')).toMatchObject({ by: doctor.id, of: patient.id, upTo: 2 });
    expect(await unread()).toEqual([1, 1]);
    await receiver.request('message-read', { from: patient.id, upTo: 4 });
    expect(await unread()).toEqual([0, 0]);
  });
});

describe('history', () => {
  test('CH-5: thirty messages that came while away are asked for after the last one seen, page by page', async () => {
    const { doctor, patient } = await pairInCare();
    for (let index = 1; index <= 31; index++) {
      await app
        .as(patient)
        .post(`/api/message/send/${doctor.id}`)
        .send(write(`${index}`));
    }
    const seqs: number[] = [];
    let before = '';
    for (let turn = 0; turn < 10; turn++) {
      const { body } = await app.as(doctor).get(`/api/message/${patient.id}?after=1&limit=12${before}`);
      seqs.push(...body.data.map(({ seq }: { seq: number }) => seq));
      if (body.meta.nextCursor === null) break;
      before = `&before=${body.meta.nextCursor}`;
    }
    expect(seqs).toEqual(Array.from({ length: 30 }, (_, index) => 31 - index));
  });

  test('a message reaches every device of both, and the conversation comes first in the list', async () => {
    const { doctor, patient } = await pairInCare();
    const devices = await Promise.all([app.socket(doctor), app.socket(doctor), app.socket(patient)]);
    await app.as(patient).post(`/api/message/send/${doctor.id}`).send(write('Good morning'));
    const heard = await Promise.all(devices.map((device) => device.next('message-receive')));
    expect(heard.map(({ text }) => text)).toEqual(['Good morning', 'Good morning', 'Good morning']);
    const { body } = await app.as(doctor).get('/api/message/conversations');
    expect(body.data[0]).toMatchObject({
      peer: { _id: patient.id, name: patient.name, role: 'patient', online: true },
      lastMessage: { text: 'Good morning' },
      unread: 1,
    });
    expect(JSON.stringify(body)).not.toContain(patient.email);
  });

  test('conversations come in pages, latest first, each once', async () => {
    const patient = await buildPatient();
    const doctors = await Promise.all([buildDoctor(), buildDoctor(), buildDoctor()]);
    for (const doctor of doctors) await app.as(patient).post(`/api/message/send/${doctor.id}`).send(write('Hi'));
    const first = await app.as(patient).get('/api/message/conversations?limit=2');
    const second = await app.as(patient).get(`/api/message/conversations?limit=2&cursor=${first.body.meta.nextCursor}`);
    const names = [...first.body.data, ...second.body.data].map(({ peer }) => peer._id);
    expect(names).toEqual(doctors.map(({ id }) => id).reverse());
    expect(second.body.meta.nextCursor).toBeNull();
  });
});

describe('typing and presence', () => {
  test('CH-12: typing is told to the other and to nobody else, at most once in two seconds', async () => {
    const { doctor, patient } = await pairInCare();
    const [mine, theirs, stranger] = [
      await app.socket(patient),
      await app.socket(doctor),
      await app.socket(await buildDoctor()),
    ];
    for (let sign = 0; sign < 20; sign++) await mine.request('typing-start', { to: doctor.id });
    await mine.request('typing-stop', { to: doctor.id });
    expect(await theirs.next('typing-stop')).toEqual({ from: patient.id });
    expect(theirs.heard('typing-start')).toEqual([{ from: patient.id }]);
    expect(stranger.heard('typing-start')).toEqual([]);
    expect(await MessageModel.countDocuments({ senderId: patient._id })).toBe(0);
  });

  test('typing to a stranger is refused', async () => {
    const socket = await app.socket(await buildDoctor());
    const patient = await buildPatient();
    expect(await socket.request('typing-start', { to: patient.id })).toMatchObject({ error: { code: 'not_found' } });
  });

  test('who may write to somebody sees them come and go; for others they are simply offline', async () => {
    const { doctor, patient } = await pairInCare();
    const [watcher, stranger] = [await app.socket(patient), await app.socket(await buildDoctor())];
    const first = await watcher.request('presence-watch', { userIds: [doctor.id] });
    expect(first).toMatchObject({ data: [{ userId: doctor.id, online: false }] });

    const tab = await app.socket(doctor);
    expect(await watcher.next('presence', ({ online }) => online)).toMatchObject({ userId: doctor.id });
    const hidden = await stranger.request('presence-watch', { userIds: [patient.id, doctor.id] });
    expect(hidden).toMatchObject({
      data: [
        { online: false, lastSeenAt: null },
        { online: false, lastSeenAt: null },
      ],
    });

    const reload = await app.socket(doctor);
    tab.close();
    reload.close();
    const gone = await watcher.next('presence', ({ online }) => !online);
    expect(gone.lastSeenAt).not.toBeNull();
    expect((await DoctorModel.findById(doctor._id).lean())!.lastSeenAt).not.toBeNull();
    expect(stranger.heard('presence')).toEqual([]);
  });

  test('the header of a conversation says who, whether they are here, and whether they may be called', async () => {
    const { doctor, patient } = await pairInCare();
    const other = await buildDoctor();
    await app.socket(doctor);
    const card = await app.as(patient).get(`/api/message/user/${doctor.id}`);
    expect(card.body.data).toMatchObject({ _id: doctor.id, role: 'doctor', online: true, canCall: true });
    const offline = await app.as(patient).get(`/api/message/user/${other.id}`);
    expect(offline.body.data).toMatchObject({ online: false, canCall: false, specialization: other.specialization });
    expect(Object.keys(offline.body.data)).not.toContain('email');
  });
});
