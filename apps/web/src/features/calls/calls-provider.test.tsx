import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeDevices } from '../../../test/fake-devices.js';
import { askedOf, serverAnswers, serverSays } from '../../../test/fake-socket.js';
import { buildDoctor, buildPatient } from '../../../test/people.js';
import { renderAs } from '../../../test/render-as.js';
import { ApiError } from '../../lib/api-error.js';
import type { FakeMediaDevices } from '../../media/testing/fake-media.js';
import { useCalls } from './calls-context.js';
import { CallsProvider } from './calls-provider.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

const doctor = buildDoctor();
const OFFER = { type: 'offer', sdp: 'v=0\r\no=- 42 1 IN IP4 127.0.0.1\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n' };
const ANSWER = { type: 'answer', sdp: 'v=0\r\no=- 43 1 IN IP4 127.0.0.1\r\n' };
const ring = {
  callId: 'call 1',
  from: doctor._id,
  fromName: doctor.name,
  fromAvatar: '',
  offer: OFFER,
  ringsUntil: '2026-11-20T08:00:45.000Z',
};

let devices: FakeMediaDevices;

beforeEach(() => {
  sessionStorage.clear();
  devices = fakeDevices();
  serverAnswers({});
});

/** Some page from which somebody can be rung. */
function Page() {
  const { calls } = useCalls();
  return (
    <>
      <input aria-label="Something else" />
      <button onClick={() => void calls.call({ userId: doctor._id, name: doctor.name, avatar: '' })}>Ring them</button>
    </>
  );
}

async function openApp(page = <Page />) {
  const view = renderAs(buildPatient(), <CallsProvider>{page}</CallsProvider>, {
    answers: { 'GET /api/rtc/ice-servers': () => ({ data: { iceServers: [], ttl: 600 } }) },
  });
  await screen.findByLabelText('Something else');
  // The socket's code has arrived once its events are heard.
  await waitFor(() => {
    serverSays('connect', undefined);
    serverSays('call-made', ring);
    expect(screen.getByRole('alertdialog')).toBeDefined();
  });
  return view;
}

async function openQuietApp() {
  const view = await openApp();
  serverSays('call-end', { callId: 'call 1', reason: 'cancelled' });
  await view.user.click(await screen.findByRole('button', { name: 'Close' }));
  return view;
}

const callDoctor = () => act(() => screen.getByRole('button', { name: 'Ring them' }).click());

test('a patient who is called like a doctor rings as a patient', async () => {
  const view = renderAs(buildDoctor(), <CallsProvider>{null}</CallsProvider>);
  await waitFor(() => {
    serverSays('connect', undefined);
    serverSays('call-made', { ...ring, fromName: 'Dr. Mereana Te Whatu' });
    expect(view.getByRole('alertdialog').textContent).toContain('Dr. Mereana Te WhatuPatient');
  });
});

describe('somebody calls', () => {
  test('says who, with the focus on no button', async () => {
    await openApp();
    const card = screen.getByRole('alertdialog', { name: `Video call, ${doctor.name}` });
    expect(card.textContent).toContain(`${doctor.name}Doctor`);
    expect(document.activeElement).toBe(card);
    expect(devices.given).toEqual([]);
  });

  test('whoever is writing keeps the focus', async () => {
    const { user } = await openQuietApp();
    await user.click(screen.getByLabelText('Something else'));
    serverSays('call-made', { ...ring, callId: 'call 2' });
    expect(await screen.findByRole('alertdialog')).toBeDefined();
    expect(document.activeElement).toBe(screen.getByLabelText('Something else'));
  });

  test('declines', async () => {
    const { user } = await openApp();
    await user.click(screen.getByRole('button', { name: 'Decline' }));
    expect(askedOf('call-rejected')).toEqual([{ to: doctor._id, callId: 'call 1', reason: 'declined' }]);
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  test('answers with sound only, talks, is small for a while, hangs up', async () => {
    const { user } = await openApp();
    await user.click(screen.getByRole('button', { name: 'Sound only' }));
    expect(await screen.findByRole('dialog', { name: `Call with ${doctor.name}` })).toBeDefined();
    expect(devices.liveTracks().map(({ kind }) => kind)).toEqual(['audio']);
    expect(askedOf('answer-call')).toMatchObject([{ callId: 'call 1', answer: { type: 'answer' } }]);

    await user.click(screen.getByRole('button', { name: 'Make the call small' }));
    expect(screen.getByRole('region', { name: `Call with ${doctor.name}` })).toBeDefined();
    expect(devices.liveTracks()).toHaveLength(1);

    await user.click(screen.getByRole('button', { name: 'Hang up' }));
    expect(askedOf('call-end')).toEqual([{ to: doctor._id, callId: 'call 1' }]);
    expect(devices.liveTracks()).toEqual([]);
  });

  test.each([
    ['missed', `Missed call from ${doctor.name}`],
    ['cancelled', `${doctor.name} hung up`],
  ])('%s is told in words', async (reason, title) => {
    await openApp();
    serverSays('call-end', { callId: 'call 1', reason });
    expect(await screen.findByRole('heading', { name: title })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Call back' })).toBeDefined();
  });

  test('another device took it: nothing is left here', async () => {
    await openApp();
    serverSays('call-taken', { callId: 'call 1' });
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('we call', () => {
  test.each([
    ['declined', `${doctor.name} declined`],
    ['no_answer', `${doctor.name} did not answer`],
    ['busy', 'The line is busy'],
    ['unreachable', `${doctor.name} cannot be reached just now`],
  ])('%s is told in words, with a way to try again', async (reason, title) => {
    await openQuietApp();
    serverAnswers({ 'call-user': () => ({ callId: 'call 2', state: 'ringing' }) });
    callDoctor();
    expect(await screen.findByText('Ringing on their devices…')).toBeDefined();
    serverSays('call-rejected', { callId: 'call 2', reason });
    expect(await screen.findByRole('heading', { name: title })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Call again' })).toBeDefined();
    expect(devices.liveTracks()).toEqual([]);
  });

  test('CALL-2: a refusal is the same as for somebody who is offline', async () => {
    await openQuietApp();
    serverAnswers({
      'call-user': () => {
        throw new ApiError({ code: 'unreachable' });
      },
    });
    callDoctor();
    expect(await screen.findByRole('heading', { name: `${doctor.name} cannot be reached just now` })).toBeDefined();
  });

  test('they answer, talk, and leave', async () => {
    await openQuietApp();
    serverAnswers({ 'call-user': () => ({ callId: 'call 2', state: 'ringing' }) });
    callDoctor();
    await screen.findByText('Ringing on their devices…');
    serverSays('call-answered', { callId: 'call 2', answer: ANSWER });
    expect(await screen.findByRole('dialog', { name: `Call with ${doctor.name}` })).toBeDefined();
    serverSays('call-end', { callId: 'call 2', reason: 'completed' });
    expect(await screen.findByRole('heading', { name: `${doctor.name} left the call` })).toBeDefined();
  });
});

test('signing out ends the call and closes microphone and camera', async () => {
  const { user, unmount } = await openApp();
  await user.click(screen.getByRole('button', { name: 'Answer' }));
  await screen.findByRole('dialog', { name: `Call with ${doctor.name}` });
  expect(devices.liveTracks()).toHaveLength(2);
  unmount();
  expect(devices.liveTracks()).toEqual([]);
});
