import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { askedOf, serverAnswers, serverSays } from '../../../test/fake-socket.js';
import { buildAppointment } from '../../../test/appointments.js';
import { buildDoctor, buildPatient } from '../../../test/people.js';
import { renderAs } from '../../../test/render-as.js';
import { usePresenceWatch } from './live.js';
import { usePresence } from './queries.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

const LEE = 'd'.repeat(24);

/** Two places of one page that show the same person, as the server's list brought them. */
function Page() {
  usePresenceWatch([LEE, LEE]);
  return (
    <>
      <Face label="list" />
      <Face label="head" />
    </>
  );
}

function Face({ label }: { label: string }) {
  const { online, lastSeenAt } = usePresence({ _id: LEE, online: false });
  return <output aria-label={label}>{online ? 'online' : (lastSeenAt ?? 'offline')}</output>;
}

const shows = (words: string) =>
  waitFor(() => expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toEqual([words, words]));

beforeEach(() => serverAnswers({}));

test('who comes and goes shows everywhere at once', async () => {
  serverAnswers({ 'presence-watch': () => [] });
  renderAs(buildPatient(), <Page />);
  await shows('offline');
  serverSays('presence', { userId: LEE, online: true, lastSeenAt: null });
  await shows('online');
  serverSays('presence', { userId: LEE, online: false, lastSeenAt: '2026-11-20T16:00:00Z' });
  await shows('2026-11-20T16:00:00Z');
});

test('who is there already is asked, each person once and anew after every connect', async () => {
  serverAnswers({ 'presence-watch': () => [{ userId: LEE, online: true, lastSeenAt: null }] });
  renderAs(buildPatient(), <Page />);
  await shows('online');
  expect(askedOf('presence-watch')).toEqual([{ userIds: [LEE] }]);
  serverSays('disconnect', 'transport close');
  serverSays('connect', undefined);
  await waitFor(() => expect(askedOf('presence-watch')).toHaveLength(2));
});

test('whoever the server does not let this person know of any more is offline as soon as their appointment changes', async () => {
  let isAllowed = true;
  serverAnswers({ 'presence-watch': () => [{ userId: LEE, online: isAllowed, lastSeenAt: null }] });
  renderAs(buildDoctor(), <Page />);
  await shows('online');
  isAllowed = false;
  const appointment = buildAppointment('2026-11-24T16:00:00Z', { status: 'cancelled' });
  serverSays('appointment-changed', { ...appointment, patientId: { ...appointment.patientId, _id: LEE } });
  await shows('offline');
  // Of others this page knows nothing that could be out of date.
  serverSays('appointment-changed', appointment);
  expect(askedOf('presence-watch')).toEqual([{ userIds: [LEE] }, { userIds: [LEE] }]);
});

test('somebody else who comes changes nobody here', async () => {
  serverAnswers({ 'presence-watch': () => [] });
  renderAs(buildPatient(), <Page />);
  await shows('offline');
  serverSays('presence', { userId: 'e'.repeat(24), online: true, lastSeenAt: null });
  await shows('offline');
});
