import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildListed } from '../../../test/doctors.js';
import { refusal } from '../../../test/fake-api.js';
import { renderAs } from '../../../test/render-as.js';
import { buildSlots } from '../../../test/slots.js';
import { DoctorsPage } from './doctors-page.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

// Tuesday, 10:00 in Los Angeles.
beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-24T18:00:00Z'), toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const mereana = buildListed({ nextSlots: buildSlots('2026-11-25T20:00:00Z', 3) });
const kenji = buildListed({
  _id: '65f0000000000000000000cc',
  name: 'Dr. Kenji Watanabe',
  specialization: 'Dermatology',
});
const counts = [
  { name: 'General practice', count: 14 },
  { name: 'Dermatology', count: 6 },
];

const show = (list: (url: URL) => object, at = '/doctors') =>
  renderAs(null, <DoctorsPage />, {
    at,
    answers: {
      'GET /api/doctors': (_body, url) => list(url),
      'GET /api/doctors/specializations': () => ({ data: counts }),
    },
  });

test('a visitor sees who is free when, in the own zone, and each time leads to being booked', async () => {
  show(() => ({ data: [mereana], meta: { nextCursor: null, total: 1 } }));
  const time = await screen.findByRole('link', { name: '12:00, book Tomorrow with Dr. Mereana Te Whatu' });
  expect(time.getAttribute('href')).toBe(`/doctors/${mereana._id}?time=2026-11-25T20%3A00%3A00.000Z`);
  const said = screen.getAllByRole('status').map(({ textContent }) => textContent);
  expect(said).toContain('1 doctor, times in Los Angeles (UTC−08:00)');
});

test('a doctor without free times can still be written to', async () => {
  show(() => ({ data: [kenji], meta: { nextCursor: null } }));
  const link = await screen.findByRole('link', { name: 'Write a message' });
  expect(link.getAttribute('href')).toBe(`/messages/${kenji._id}`);
});

test('typing searches, and the address keeps the search', async () => {
  const asked: string[] = [];
  const { user, address } = show((url) => {
    asked.push(url.searchParams.get('q') ?? '');
    return { data: [mereana], meta: { nextCursor: null } };
  });
  await user.type(await screen.findByRole('searchbox'), 'te whatu');
  await waitFor(() => expect(address()).toBe('/doctors?q=te+whatu'));
  await waitFor(() => expect(asked.at(-1)).toBe('te whatu'));
});

test('whoever leaves the search box has searched: nothing calls them back from where they went', async () => {
  const { user, address } = show(() => ({ data: [mereana], meta: { nextCursor: null } }));
  await user.type(await screen.findByRole('searchbox'), 'te');
  await user.tab();
  await waitFor(() => expect(address()).toBe('/doctors?q=te'));
});

test('specialties stand with their counts and narrow the list', async () => {
  const { user, address } = show((url) => ({
    data: url.searchParams.get('specialization') === 'Dermatology' ? [kenji] : [mereana, kenji],
    meta: { nextCursor: null },
  }));
  expect(await screen.findByRole('button', { name: 'All 20 doctors' })).toBeDefined();
  await screen.findByRole('link', { name: mereana.name });
  await user.click(screen.getByRole('button', { name: 'Dermatology 6 doctors' }));
  await waitFor(() => expect(screen.queryByRole('link', { name: mereana.name })).toBeNull());
  expect(address()).toBe('/doctors?specialization=Dermatology');
});

test('nothing found: each filter can be taken off', async () => {
  const { user, address } = show(
    () => ({ data: [], meta: { nextCursor: null, total: 0 } }),
    '/doctors?q=zzz&minRating=4',
  );
  await screen.findByText('2 filters are on. Take one off to see more.');
  await user.click(screen.getByRole('button', { name: 'Without “zzz”' }));
  await waitFor(() => expect(address()).toBe('/doctors?minRating=4'));
});

test('what words were taken for is said; nothing where they stand for themselves', async () => {
  const { user } = show((url) => {
    const q = url.searchParams.get('q');
    const understood = {
      heart: [{ typed: 'heart', specialties: ['Cardiology'] }],
      watanbe: [{ typed: 'watanbe', specialties: [] }],
    }[q ?? ''];
    return { data: [kenji], meta: { nextCursor: null, understood } };
  });
  const box = await screen.findByRole('searchbox');
  await screen.findByRole('link', { name: kenji.name });
  expect(screen.queryByText(/Showing/)).toBeNull();
  await user.type(box, 'heart');
  const said = await screen.findByText('Showing cardiology for “heart”.');
  expect(said.getAttribute('role')).toBe('status');
  await user.clear(box);
  await user.type(box, 'watanbe');
  await screen.findByText('Nobody has exactly “watanbe”. Showing what is close to it.');
});

test('nobody found: specialties are offered, and choosing one drops what was searched for', async () => {
  const { user, address } = show(() => ({ data: [], meta: { nextCursor: null, total: 0 } }), '/doctors?q=zzz');
  const offered = within(await screen.findByRole('group', { name: 'Specialties' }));
  await user.click(offered.getByRole('button', { name: 'Dermatology' }));
  await waitFor(() => expect(address()).toBe('/doctors?specialization=Dermatology'));
});

test('more are shown on request, after those that are there', async () => {
  const { user } = show((url) =>
    url.searchParams.get('cursor') === 'next'
      ? { data: [kenji], meta: { nextCursor: null } }
      : { data: [mereana], meta: { nextCursor: 'next' } },
  );
  await user.click(await screen.findByRole('button', { name: 'Show more' }));
  await screen.findByRole('link', { name: kenji.name });
  expect(screen.getByRole('link', { name: mereana.name })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('a failure says what happened and can be tried again', async () => {
  let fails = true;
  const { user } = show(() => (fails ? refusal(503, 'unavailable') : { data: [mereana], meta: { nextCursor: null } }));
  await screen.findByText('We cannot reach our records just now. Please try again in a moment.');
  fails = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('link', { name: mereana.name });
});
