import { screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { buildAppointment } from '../../../test/appointments.js';
import { fakeDevices } from '../../../test/fake-devices.js';
import { askedOf, serverAnswers, serverSays } from '../../../test/fake-socket.js';
import { nothingWritten } from '../../../test/messages.js';
import { buildDoctor, buildPatient } from '../../../test/people.js';
import { renderAs } from '../../../test/render-as.js';
import { englishLeft, switchLanguage } from '../../../test/switch-language.js';
import type { FakeMediaDevices } from '../../media/testing/fake-media.js';
import { MessagesProvider } from '../messages/messages-context.js';
import { ConsultPage } from './consult-page.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

const doctor = buildDoctor();
const patient = buildPatient();
const [doctorPeer, patientPeer] = [
  { peerId: 'd', name: doctor.name, role: 'doctor' },
  { peerId: 'p', name: patient.name, role: 'patient' },
];
const joined = { peers: [], waitingPeers: [], doctorPresent: true };
/** Names, what was typed, and what the devices call themselves. */
const NAMES = [doctor.name, patient.name, 'Camila', 'A rash', 'Penicillin', 'Derma', 'camera-1', 'mic-1'];

let devices: FakeMediaDevices;

beforeEach(() => {
  sessionStorage.clear();
  devices = fakeDevices();
  serverAnswers({});
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
});

function openPage(who: typeof doctor | typeof patient, over: Parameters<typeof buildAppointment>[1] = {}) {
  const appointment = buildAppointment('2026-11-24T16:00:00.000Z', {
    patient: patient.name,
    reason: 'A rash',
    can: { join: true, complete: true },
    ...over,
  });
  const page = (
    <MessagesProvider>
      <Routes>
        <Route path="/consult/:appointmentId" element={<ConsultPage />} />
      </Routes>
    </MessagesProvider>
  );
  const view = renderAs(who, page, {
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
        data: { ...patient, age: 34, bloodGroup: '0−', allergies: 'Penicillin' },
      }),
    },
  });
  return { ...view, appointment };
}

describe('a visit changes its language on the spot', () => {
  test.each([
    ['early', patient, { can: { join: false } }, 'This visit is not open yet'],
    ['cancelled', doctor, { status: 'cancelled', can: { join: false } }, 'This visit was cancelled'],
    ['not confirmed', patient, { status: 'pending', can: { join: false } }, 'This visit is not confirmed yet'],
  ] as const)('at its door: %s', async (_, who, over, title) => {
    openPage(who, over);
    await screen.findByRole('heading', { name: title });
    switchLanguage();
    expect(englishLeft(...NAMES, 'Auckland', 'Los Angeles')).toEqual([]);
  });

  test('before it, with what is wrong with the devices', async () => {
    devices.faults = { audio: 'NotAllowedError', video: 'NotFoundError' };
    openPage(patient);
    await screen.findByText('You can still join, listen and write.');
    switchLanguage();
    expect(englishLeft(...NAMES, 'Los Angeles')).toEqual([]);
  });

  test('in it, and nobody is sent out: connection, notes, chat and who waits stay', async () => {
    serverAnswers({
      'join-room': () => ({ ...joined, self: doctorPeer, waiting: false }),
      'chat-message': () => {
        throw new Error('away');
      },
    });
    const { user, appointment } = openPage(doctor);
    await user.click(await screen.findByRole('button', { name: 'Join visit' }));
    const since = new Date(Date.now() - 240_000).toISOString();
    serverSays('peer-waiting', { ...patientPeer, appointmentId: appointment._id, since });
    await screen.findByText('Patient. Waits for 4 min');
    await user.type(screen.getByRole('textbox', { name: /^Notes/ }), 'Derma');
    await user.click(screen.getByRole('tab', { name: 'Chat' }));
    await user.type(screen.getByRole('textbox', { name: 'Message' }), 'A rash{Enter}Derma');
    await screen.findByText('Not sent');
    const tracks = devices.liveTracks();

    switchLanguage();
    expect(englishLeft(...NAMES)).toEqual([]);
    expect(screen.getByPlaceholderText<HTMLTextAreaElement>('ééééééé').value).toBe('Derma');
    expect(tracks).toHaveLength(2);
    expect(devices.liveTracks()).toEqual(tracks);
    expect(askedOf('join-room')).toHaveLength(1);
    expect(askedOf('leave-room')).toEqual([]);
    for (const tab of screen.getAllByRole('tab')) {
      await user.click(tab);
      expect(englishLeft(...NAMES)).toEqual([]);
    }
    await user.click(within(screen.getByRole('toolbar')).getAllByRole('button').at(-1)!);
    await waitFor(() => expect(screen.getByRole('dialog')).toBeDefined());
    expect(englishLeft(...NAMES)).toEqual([]);
  });

  test('after it', async () => {
    serverAnswers({ 'join-room': () => ({ ...joined, self: patientPeer, waiting: true, doctorPresent: false }) });
    const { user, appointment } = openPage(patient);
    await user.click(await screen.findByRole('button', { name: 'Join visit' }));
    await screen.findByText('The doctor is not here yet');
    serverSays('room-closed', { appointmentId: appointment._id, reason: 'taken_over' });
    await screen.findByRole('heading', { name: 'The visit goes on in another window' });
    switchLanguage();
    expect(englishLeft(...NAMES)).toEqual([]);
  });
});
