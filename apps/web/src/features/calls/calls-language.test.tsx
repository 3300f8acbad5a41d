import type { CallEndReason, CallRecord } from '@health-connect/contract/calls';
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeDevices } from '../../../test/fake-devices.js';
import { askedOf, serverAnswers, serverSays } from '../../../test/fake-socket.js';
import { buildDoctor, buildPatient } from '../../../test/people.js';
import { renderAs } from '../../../test/render-as.js';
import { englishLeft, switchLanguage } from '../../../test/switch-language.js';
import type { FakeMediaDevices } from '../../media/testing/fake-media.js';
import { CallsProvider } from './calls-provider.js';
import { CallsPage } from './history/calls-page.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

const doctor = buildDoctor();
const ring = {
  callId: 'call 1',
  from: doctor._id,
  fromName: doctor.name,
  fromAvatar: '',
  offer: { type: 'offer', sdp: 'v=0\r\no=- 42 1 IN IP4 127.0.0.1\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n' },
  ringsUntil: '2026-11-20T08:00:45.000Z',
};

const record = (reason: CallEndReason, over: Partial<CallRecord> = {}): CallRecord => ({
  _id: `${reason} ${JSON.stringify(over)}`,
  kind: 'call',
  direction: 'outgoing',
  peer: { _id: doctor._id, name: doctor.name, avatar: '', role: 'doctor' },
  appointmentId: null,
  state: 'ended',
  reason,
  startedAt: new Date().toISOString(),
  answeredAt: null,
  endedAt: null,
  durationSeconds: 3_900,
  ...over,
});
const talked = { answeredAt: '2026-11-20T08:00:10.000Z' };
const HISTORY = [
  ...(['completed', 'declined', 'cancelled', 'missed', 'busy', 'unreachable', 'superseded', 'failed'] as const).map(
    (reason) => record(reason),
  ),
  record('declined', { direction: 'incoming' }),
  record('missed', { direction: 'incoming' }),
  record('completed', { state: 'active' }),
  record('completed', { ...talked, direction: 'incoming', durationSeconds: 45 }),
  record('completed', { ...talked, durationSeconds: 720 }),
  record('completed', { ...talked, kind: 'consult' }),
];

let devices: FakeMediaDevices;

beforeEach(() => {
  sessionStorage.clear();
  devices = fakeDevices();
  serverAnswers({});
});

async function openRinging() {
  const view = renderAs(
    buildPatient(),
    <CallsProvider>
      <CallsPage />
    </CallsProvider>,
    {
      answers: {
        'GET /api/rtc/ice-servers': () => ({ data: { iceServers: [], ttl: 600 } }),
        'GET /api/calls': () => ({ data: HISTORY, meta: { nextCursor: null } }),
      },
    },
  );
  await screen.findByRole('list', { name: 'Calls' });
  await waitFor(() => {
    serverSays('connect', undefined);
    serverSays('call-made', ring);
    expect(screen.getByRole('alertdialog')).toBeDefined();
  });
  return view;
}

test('the list of calls and the card of who calls change their language on the spot', async () => {
  await openRinging();
  switchLanguage();
  expect(englishLeft(doctor.name)).toEqual([]);
});

test('a call that goes on changes its language, and nobody is hung up on', async () => {
  const { user } = await openRinging();
  await user.click(screen.getByRole('button', { name: 'Answer' }));
  await screen.findByRole('dialog', { name: `Call with ${doctor.name}` });
  const tracks = devices.liveTracks();

  switchLanguage();
  expect(englishLeft(doctor.name)).toEqual([]);
  expect(devices.liveTracks()).toEqual(tracks);
  expect(tracks).toHaveLength(2);
  expect(askedOf('call-end')).toEqual([]);
  expect(askedOf('answer-call')).toHaveLength(1);
});

test('why a call ended is said in the language that is read now, not in that in which it ended', async () => {
  await openRinging();
  serverSays('call-end', { callId: 'call 1', reason: 'missed' });
  await screen.findByRole('heading', { name: `Missed call from ${doctor.name}` });
  switchLanguage();
  expect(englishLeft(doctor.name)).toEqual([]);
});
