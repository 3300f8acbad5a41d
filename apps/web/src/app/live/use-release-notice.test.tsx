import type { Appointment } from '@health-connect/contract/appointments';
import { waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildAppointment } from '../../../test/appointments.js';
import { listenersOf, serverAnswers, serverSays } from '../../../test/fake-socket.js';
import { buildDoctor, buildPatient } from '../../../test/people.js';
import { renderAs } from '../../../test/render-as.js';
import { toast } from '../../lib/toast.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

const NOW = Date.parse('2026-11-24T10:00:00Z');
const MINUTE_MS = 60_000;

const noted: string[] = [];

/** A request that nobody answered, released some minutes ago. */
function released(minutesAgo = 0): Appointment {
  const at = new Date(NOW - minutesAgo * MINUTE_MS).toISOString();
  return buildAppointment('2026-11-24T18:00:00Z', {
    status: 'cancelled',
    history: [
      { at: '2026-11-23T10:00:00Z', by: 'patient', command: 'book', from: null, to: 'pending' },
      { at, by: 'system', command: 'expire', from: 'pending', to: 'cancelled' },
    ],
  });
}

async function open(account: Parameters<typeof renderAs>[0] = buildPatient()) {
  renderAs(account, null);
  await waitFor(() => expect(listenersOf('appointment-changed')).toBe(1));
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  serverAnswers({});
  noted.length = 0;
  vi.spyOn(toast, 'note').mockImplementation((text) => void noted.push(typeof text === 'string' ? text : text()));
});
afterEach(() => {
  vi.useRealTimers();
});

test('a release that the server tells twice is said once', async () => {
  await open();
  const appointment = released();
  serverSays('appointment-changed', appointment);
  serverSays('appointment-changed', appointment);
  expect(noted).toEqual([
    'Dr. Mereana Te Whatu did not answer your request for Tue 24 Nov, 10:00 in time. It was released.',
  ]);
  serverSays('appointment-changed', released());
  expect(noted).toHaveLength(2);
});

test('told some minutes late it is still said, to the doctor too; after an hour it is no news', async () => {
  await open(buildDoctor());
  serverSays('appointment-changed', released(17));
  expect(noted).toEqual([
    'You did not answer the request of Ngozi Eze for Wed 25 Nov, 07:00 in time. It was released.',
  ]);
  serverSays('appointment-changed', released(61));
  expect(noted).toHaveLength(1);
});

test('another change of the same appointment says nothing of a release', async () => {
  await open();
  const appointment = released();
  serverSays('appointment-changed', { ...appointment, history: appointment.history.slice(0, 1), status: 'pending' });
  expect(noted).toEqual([]);
});
