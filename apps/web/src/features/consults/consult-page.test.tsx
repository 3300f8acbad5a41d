import type { Appointment } from '@health-connect/contract/appointments';
import { screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { buildAppointment } from '../../../test/appointments.js';
import { refusal } from '../../../test/fake-api.js';
import { fakeDevices } from '../../../test/fake-devices.js';
import { askedOf, serverAnswers, serverSays } from '../../../test/fake-socket.js';
import { buildMessage, nothingWritten } from '../../../test/messages.js';
import { buildDoctor, buildPatient } from '../../../test/people.js';
import { renderAs } from '../../../test/render-as.js';
import type { FakeMediaDevices } from '../../media/testing/fake-media.js';
import { FakePeerConnection } from '../../media/testing/fake-peer-connection.js';
import { MessagesProvider } from '../messages/messages-context.js';
import { ConsultPage } from './consult-page.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

const START = '2026-11-24T16:00:00.000Z';
const doctor = buildDoctor();
const patient = buildPatient();
const doctorPeer = { peerId: 'd', name: doctor.name, role: 'doctor' };
const patientPeer = { peerId: 'p', name: patient.name, role: 'patient' };

let devices: FakeMediaDevices;

beforeEach(() => {
  sessionStorage.clear();
  devices = fakeDevices();
  serverAnswers({});
});

const openAppointment = (over: Parameters<typeof buildAppointment>[1] = {}) =>
  buildAppointment(START, { patient: patient.name, can: { join: true }, ...over });

function openPage(who: typeof doctor | typeof patient, appointment: Appointment, answers = {}) {
  const page = (
    <MessagesProvider>
      <Routes>
        <Route path="/consult/:appointmentId" element={<ConsultPage />} />
        <Route path="*" element={null} />
      </Routes>
    </MessagesProvider>
  );
  return renderAs(who, page, {
    at: `/consult/${appointment._id}`,
    answers: {
      [`GET /api/appointments/${appointment._id}`]: () => ({ data: appointment }),
      [`PUT /api/appointments/${appointment._id}`]: (body: unknown) => ({
        data: { ...appointment, ...(body as object) },
      }),
      'GET /api/rtc/ice-servers': () => ({ data: { iceServers: [], ttl: 600 } }),
      [`GET /api/message/${appointment.doctorId._id}`]: nothingWritten,
      [`GET /api/message/${appointment.patientId._id}`]: nothingWritten,
      [`GET /api/patients/${appointment.patientId._id}`]: () => ({
        data: { ...patient, age: 34, allergies: 'Penicillin' },
      }),
      ...answers,
    },
  });
}

const joined = { peers: [], waitingPeers: [], doctorPresent: true };

async function joinAsPatient(appointment = openAppointment()) {
  serverAnswers({ 'join-room': () => ({ ...joined, self: patientPeer, waiting: true, doctorPresent: false }) });
  const view = openPage(patient, appointment);
  await view.user.click(await screen.findByRole('button', { name: 'Join visit' }));
  await screen.findByText('The doctor is not here yet');
  return { ...view, appointment };
}

async function joinAsDoctor(appointment = openAppointment({ can: { join: true, complete: true } })) {
  serverAnswers({
    'join-room': () => ({ ...joined, self: doctorPeer, waiting: false }),
    admit: () => null,
    'close-room': () => null,
    'chat-message': ({ text }) => ({
      _id: 'm1',
      senderId: doctor._id,
      receiverId: appointment.patientId._id,
      seq: 1,
      text,
      image: null,
      createdAt: START,
    }),
  });
  const view = openPage(doctor, appointment);
  await view.user.click(await screen.findByRole('button', { name: 'Join visit' }));
  expect((await screen.findByText(/is not here yet/)).textContent).toBe('Camila is not here yet');
  return { ...view, appointment };
}

describe('the door', () => {
  test.each([
    ['early', { can: { join: false } }, 'This visit is not open yet'],
    ['cancelled', { status: 'cancelled', can: { join: false } }, 'This visit was cancelled'],
    ['completed', { status: 'completed', can: { join: false } }, 'This visit is completed'],
    ['not confirmed', { status: 'pending', can: { join: false } }, 'This visit is not confirmed yet'],
  ] as const)('ROOM-2: says that it is %s, and opens no camera', async (_, over, title) => {
    openPage(patient, openAppointment(over));
    expect(await screen.findByRole('heading', { name: title })).toBeDefined();
    expect(devices.given).toEqual([]);
  });

  test('before the time both clocks are there, and the door opens by itself', async () => {
    const early = openAppointment({ can: { join: false } });
    openPage(patient, early);
    expect(await screen.findByText('Tue 24 Nov, 08:00')).toBeDefined();
    expect(screen.getByText('Wed 25 Nov, 05:00')).toBeDefined();

    serverSays('appointment-changed', { ...early, can: { ...early.can, join: true } });
    expect(await screen.findByRole('button', { name: 'Join visit' })).toBeDefined();
  });

  test('ROOM-1: a stranger’s visit is one that is not there', async () => {
    const appointment = openAppointment();
    openPage(patient, appointment, {
      [`GET /api/appointments/${appointment._id}`]: () => refusal(404, 'not_found'),
    });
    expect(await screen.findByText('There is no visit here')).toBeDefined();
  });
});

describe('the green room', () => {
  test('CALL-17: without a camera one joins with sound, without a microphone chat is offered', async () => {
    devices.faults = { audio: 'NotAllowedError', video: 'NotFoundError' };
    openPage(patient, openAppointment());
    expect(await screen.findByText('You can still join, listen and write.')).toBeDefined();
    expect(screen.queryByText(/sound only/)).toBeNull();
    expect(screen.getByRole('link', { name: 'Use chat instead' }).getAttribute('href')).toBe(`/messages/${doctor._id}`);
    expect(screen.getByRole('button', { name: 'Join visit' }).getAttribute('aria-disabled')).toBeNull();
  });

  test('CALL-17: without a camera alone one joins with sound only', async () => {
    devices.faults = { video: 'NotFoundError' };
    openPage(patient, openAppointment());
    expect(await screen.findByText('You can join with sound only.')).toBeDefined();
  });

  test('leaving it closes camera and microphone', async () => {
    const { user } = openPage(patient, openAppointment());
    await screen.findByRole('button', { name: 'Join visit' });
    await waitFor(() => expect(devices.liveTracks()).toHaveLength(2));
    await user.click(screen.getByRole('link', { name: 'Not now' }));
    expect(devices.liveTracks()).toEqual([]);
  });
});

describe('ROOM-3: the waiting room', () => {
  test('the patient learns that the doctor is there, and is let in', async () => {
    const { appointment } = await joinAsPatient();
    serverSays('doctor-present', { appointmentId: appointment._id, present: true });
    expect(await screen.findByText('The doctor is here')).toBeDefined();
    serverSays('existing-peers', [doctorPeer]);
    expect(await screen.findByRole('toolbar', { name: 'Controls' })).toBeDefined();
  });

  test('the doctor sees who waits, lets them in, and sees their picture’s place', async () => {
    const { user, appointment } = await joinAsDoctor();
    serverSays('peer-waiting', { ...patientPeer, appointmentId: appointment._id, since: new Date().toISOString() });
    await user.click(await screen.findByRole('button', { name: 'Let in' }));
    expect(askedOf('admit')).toEqual([{ appointmentId: appointment._id, peerId: 'p' }]);
    serverSays('peer-joined', patientPeer);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Let in' })).toBeNull());
    expect(screen.getByRole('tab', { name: 'People 2' })).toBeDefined();
  });
});

describe('in the visit', () => {
  beforeEach(() => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
  });

  test('the doctor sees allergies and words, and notes save themselves', async () => {
    const { user, api, appointment } = await joinAsDoctor(
      openAppointment({ reason: 'A rash', can: { join: true, complete: true } }),
    );
    expect((await screen.findByText(/^Allergies/)).textContent).toBe('Allergies: Penicillin');
    expect(screen.getByText('A rash')).toBeDefined();
    await user.type(screen.getByRole('textbox', { name: /^Notes/ }), 'Dermatitis');
    expect(screen.getByText('Not saved yet')).toBeDefined();

    await user.click(screen.getByRole('button', { name: 'Leave' }));
    await user.click(await screen.findByRole('button', { name: 'Completed, close the room' }));
    expect(await screen.findByRole('heading', { name: 'The visit is completed' })).toBeDefined();
    const puts = api.calls
      .filter(({ key }) => key === `PUT /api/appointments/${appointment._id}`)
      .map(({ body }) => body);
    expect(puts).toEqual([{ status: 'completed', notes: 'Dermatitis', revision: 0 }]);
    expect(devices.liveTracks()).toEqual([]);
  });

  test('what could not be saved holds the visit open, and says why', async () => {
    const appointment = openAppointment({ can: { join: true, complete: true } });
    serverAnswers({ 'join-room': () => ({ ...joined, self: doctorPeer, waiting: false }) });
    const { user } = openPage(doctor, appointment, {
      [`PUT /api/appointments/${appointment._id}`]: () => refusal(503, 'unavailable'),
    });
    await user.click(await screen.findByRole('button', { name: 'Join visit' }));
    await user.type(await screen.findByRole('textbox', { name: /^Notes/ }), 'D');
    await user.click(screen.getByRole('button', { name: 'Leave' }));
    await user.click(await screen.findByRole('button', { name: 'Step out, I come back' }));
    expect(await within(screen.getByRole('dialog')).findByText(/^We cannot reach our records/)).toBeDefined();
  });

  test('the side chat sends, shows what comes once, and sends a lost one again', async () => {
    const { user, appointment } = await joinAsDoctor();
    await user.click(screen.getByRole('tab', { name: 'Chat' }));
    await user.type(screen.getByRole('textbox', { name: 'Message' }), 'Hello{Enter}');
    expect(await screen.findByText('Hello')).toBeDefined();

    const people = { senderId: appointment.patientId._id, receiverId: doctor._id };
    const hers = buildMessage(2, { ...people, text: 'Good morning', createdAt: START });
    serverSays('chat-message', hers);
    serverSays('message-receive', hers);
    expect(await screen.findAllByText('Good morning')).toHaveLength(1);

    serverAnswers({
      'chat-message': () => {
        throw new Error('away');
      },
    });
    await user.type(screen.getByRole('textbox', { name: 'Message' }), 'Still there?{Enter}');
    expect(await screen.findByText('Not sent')).toBeDefined();
    serverAnswers({
      'chat-message': () => ({
        ...hers,
        _id: 'm3',
        senderId: doctor._id,
        receiverId: hers.senderId,
        seq: 3,
        text: 'Still there?',
      }),
    });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText('Not sent')).toBeNull());
    expect(screen.getAllByText('Still there?')).toHaveLength(1);
  });

  test('the bar says what is off, and what it does', async () => {
    const { user } = await joinAsDoctor();
    await user.click(screen.getByRole('button', { name: 'Mute' }));
    expect(await screen.findByRole('button', { name: 'Unmute' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Stop camera' }));
    expect(await screen.findByRole('button', { name: 'Start camera' })).toBeDefined();
    expect(devices.liveTracks().map(({ kind }) => kind)).toEqual(['audio']);
  });

  test('the own picture goes to a corner by key', async () => {
    const { user } = await joinAsDoctor();
    screen.getByRole('button', { name: /Your picture, bottom right/ }).focus();
    await user.keyboard('{ArrowUp}{ArrowLeft}');
    expect(screen.getByRole('button', { name: /Your picture, top left/ })).toBeDefined();
  });
});

describe('leaving', () => {
  test('the patient leaves with one press, and the way back is there', async () => {
    const { user, appointment } = await joinAsPatient();
    serverSays('existing-peers', [doctorPeer]);
    await user.click(await screen.findByRole('button', { name: 'Leave' }));
    expect(await screen.findByRole('heading', { name: 'You left the visit' })).toBeDefined();
    expect(askedOf('leave-room')).toEqual([{ appointmentId: appointment._id }]);
    expect(devices.liveTracks()).toEqual([]);
    const calls = FakePeerConnection.all.filter((connection) => connection.getTransceivers().length > 0);
    expect(calls.map(({ connectionState }) => connectionState)).toEqual(['closed']);
    await user.click(screen.getByRole('button', { name: 'Return to the visit' }));
    expect(await screen.findByRole('button', { name: 'Join visit' })).toBeDefined();
  });

  test.each([
    ['completed', 'The visit is completed'],
    ['cancelled', 'This visit was cancelled'],
    ['removed', 'The doctor sent you out'],
    ['taken_over', 'The visit goes on in another window'],
    ['ended', 'The doctor ended the visit'],
  ])('ROOM-5: %s is told in words, and camera and microphone are off', async (reason, title) => {
    const { appointment } = await joinAsPatient();
    serverSays('room-closed', { appointmentId: appointment._id, reason });
    expect(await screen.findByRole('heading', { name: title })).toBeDefined();
    expect(devices.liveTracks()).toEqual([]);
  });

  test('ended and then completed: it says so, and the patient is asked to rate it', async () => {
    const { appointment } = await joinAsPatient();
    serverSays('room-closed', { appointmentId: appointment._id, reason: 'ended' });
    serverSays('appointment-changed', {
      ...appointment,
      status: 'completed',
      can: { ...appointment.can, join: false, review: true },
    });
    expect(await screen.findByRole('heading', { name: 'The visit is completed' })).toBeDefined();
    const link = screen.getByRole('link', { name: 'Rate the visit' });
    expect(link.getAttribute('href')).toBe(`/appointments?visit=${appointment._id}`);
  });
});
