import type { WaitingPatient } from '@health-connect/contract/consults';
import { screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { serverAnswers, serverSays } from '../../../test/fake-socket.js';
import { buildDoctor, buildPatient } from '../../../test/people.js';
import { renderAs } from '../../../test/render-as.js';
import { useDocumentTitle, useTitleNews } from '../../lib/use-document-title.js';
import { playTestSound } from '../../media/play-sound.js';
import { LiveBarsSlot } from './live-bars-slot.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));
vi.mock('../../media/play-sound.js', () => ({ playTestSound: vi.fn(() => Promise.resolve()) }));

const ana: WaitingPatient = {
  appointmentId: 'visit-of-ana',
  peerId: 'p1',
  name: 'Ana Silva',
  role: 'patient',
  since: '2026-11-24T21:02:00Z',
  patientId: 'ana',
  avatar: '',
  startsAt: '2026-11-24T21:15:00Z',
  mode: 'video',
  doctorPresent: false,
};
const ben = { ...ana, appointmentId: 'visit-of-ben', peerId: 'p2', name: 'Ben Tran', since: '2026-11-24T21:05:00Z' };
const carla = { ...ana, appointmentId: 'visit-of-carla', peerId: 'p3', name: 'Carla Lund' };

function Page({ ringing = null }: { ringing?: string | null }) {
  useDocumentTitle('Schedule');
  useTitleNews('ringing', ringing);
  return null;
}

const app = (page = <Page />) => (
  <>
    <LiveBarsSlot />
    <Routes>
      <Route path="*" element={page} />
    </Routes>
  </>
);
const asDoctor = (at = '/schedule', page = <Page />) => renderAs(buildDoctor(), app(page), { at });
const bar = () => screen.findByRole('region', { name: 'Waiting room' });
const announced = () => document.querySelector('[aria-live=polite]')?.textContent;

beforeEach(() => {
  serverAnswers({});
  vi.mocked(playTestSound).mockClear();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});

describe('FR-6: who waits shows on every page of the doctor', () => {
  test('although they came before the page: who, in which role, since when, and the way to them', async () => {
    serverAnswers({ 'waiting-watch': () => [ana] });
    asDoctor();
    const shown = within(await bar());
    expect(shown.getByText('Ana Silva')).toBeDefined();
    // 10:02 on the doctor's clock, in Auckland.
    expect(shown.getByText(/patient, waiting since/).textContent).toBe('patient, waiting since 10:02');
    expect(shown.getByRole('link', { name: 'Open visit of Ana Silva' }).getAttribute('href')).toBe(
      '/consult/visit-of-ana',
    );
  });

  test('on the clock of the doctor, their hours counted as they chose', async () => {
    serverAnswers({ 'waiting-watch': () => [ana] });
    renderAs(buildDoctor({ hourCycle: '12' }), app());
    expect(within(await bar()).getByText(/waiting since/).textContent).toBe('patient, waiting since 10:02 AM');
  });

  test('the word of the server counts, not an older answer; and the bar goes with the last of them', async () => {
    let answer: (list: unknown) => void = () => {};
    serverAnswers({ 'waiting-watch': () => new Promise((resolve) => (answer = resolve)) });
    asDoctor();
    await waitFor(() => expect(announced()).toBe(''));
    serverSays('waiting-changed', [ana, ben]);
    answer([]);
    expect(within(await bar()).getAllByRole('link')).toHaveLength(2);
    serverSays('waiting-changed', []);
    await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
  });

  test('two rows at most, the others by name', async () => {
    serverAnswers({ 'waiting-watch': () => [ana, ben, carla] });
    asDoctor();
    const shown = within(await bar());
    expect(shown.getAllByRole('link')).toHaveLength(2);
    expect(shown.getByText('Also waiting: Carla Lund')).toBeDefined();
  });

  test('not on the page of that visit', async () => {
    serverAnswers({ 'waiting-watch': () => [ana, ben] });
    asDoctor('/consult/visit-of-ana');
    expect(within(await bar()).getAllByRole('link')).toHaveLength(1);
    expect(announced()).toBe('Ben Tran, patient, is waiting for you.');
  });

  test('is said once for each who comes, not again when another goes', async () => {
    serverAnswers({ 'waiting-watch': () => [ana] });
    asDoctor();
    await waitFor(() => expect(announced()).toBe('Ana Silva, patient, is waiting for you.'));
    serverSays('waiting-changed', [ana, ben]);
    await waitFor(() => expect(announced()).toBe('Ben Tran, patient, is waiting for you.'));
    serverSays('waiting-changed', [ana]);
    await waitFor(() => expect(screen.queryByText('Ben Tran')).toBeNull());
    expect(announced()).toBe('Ben Tran, patient, is waiting for you.');
  });

  test('the title of the tab says it, after a call that rings, and returns', async () => {
    serverAnswers({ 'waiting-watch': () => [ana, ben] });
    const { unmount } = asDoctor();
    await waitFor(() => expect(document.title).toBe('(2) Ana Silva is waiting · Schedule · Health-Connect'));
    serverSays('waiting-changed', []);
    await waitFor(() => expect(document.title).toBe('Schedule · Health-Connect'));
    unmount();

    serverAnswers({ 'waiting-watch': () => [ana] });
    const ringing = asDoctor('/schedule', <Page ringing="Ben Tran is calling" />);
    await bar();
    expect(document.title).toBe('Ben Tran is calling · Schedule · Health-Connect');
    ringing.unmount();
    expect(document.title).toBe('Schedule · Health-Connect');
  });

  test('a patient has no such bar, and asks for no such list', async () => {
    serverAnswers({ 'waiting-watch': () => [ana], 'consults-watch': () => [] });
    renderAs(buildPatient(), app(), { at: '/appointments' });
    serverSays('waiting-changed', [ana]);
    await waitFor(() => expect(document.title).toBe('Schedule · Health-Connect'));
    expect(screen.queryByRole('region')).toBeNull();
  });
});

describe('ROOM-4: until it is seen', () => {
  test('a sound, once for all tabs; none where the doctor is in that room', async () => {
    serverAnswers({ 'waiting-watch': () => [ana] });
    const first = asDoctor();
    await waitFor(() => expect(playTestSound).toHaveBeenCalledTimes(1));
    const second = asDoctor();
    await second.findAllByRole('region');
    expect(playTestSound).toHaveBeenCalledTimes(1);
    first.unmount();
    second.unmount();

    serverAnswers({ 'waiting-watch': () => [{ ...carla, doctorPresent: true }] });
    asDoctor();
    await bar();
    expect(playTestSound).toHaveBeenCalledTimes(1);
  });

  test('put off, it comes back after five minutes; whoever comes anew is shown at once', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval'], now: new Date('2026-11-24T21:10:00Z') });
    try {
      serverAnswers({ 'waiting-watch': () => [ana] });
      const { user } = asDoctor();
      await bar();
      await user.click(screen.getByRole('button', { name: 'Remind me in 5 min' }));
      expect(screen.queryByRole('region')).toBeNull();
      expect(document.title).toContain('Ana Silva is waiting');
      serverSays('waiting-changed', [ana, ben]);
      expect(within(await bar()).getAllByRole('link')).toHaveLength(1);
      serverSays('waiting-changed', [ana]);
      await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
      await vi.advanceTimersByTimeAsync(5 * 60_000 + 5_000);
      expect(within(await bar()).getByText('Ana Silva')).toBeDefined();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('ROOM-6: the way back to a visit that goes on', () => {
  const consult = {
    appointmentId: 'visit-of-ana',
    with: { _id: 'ana', name: 'Ana Silva', avatar: '' },
    startedAt: new Date().toISOString(),
    until: null,
  };

  test('in a tab that has never seen it, not on its own page, and gone when it is over', async () => {
    serverAnswers({ 'consults-watch': () => [consult] });
    const { unmount } = renderAs(buildPatient(), app(), { at: '/appointments' });
    const link = await screen.findByRole('link', { name: 'Return to visit' });
    expect(link.getAttribute('href')).toBe('/consult/visit-of-ana');
    expect(screen.getByText(/^goes on, 00:0/).parentElement!.textContent).toContain('Your visit with Ana Silva');
    serverSays('consults-changed', []);
    await waitFor(() => expect(screen.queryByRole('region')).toBeNull());
    serverSays('consults-changed', [{ ...consult, until: new Date(Date.now() - 5_000).toISOString() }]);
    expect(screen.queryByRole('region')).toBeNull();
    unmount();

    renderAs(buildPatient(), app(), { at: '/consult/visit-of-ana' });
    await waitFor(() => expect(document.title).toBe('Schedule · Health-Connect'));
    expect(screen.queryByRole('region')).toBeNull();
  });
});
