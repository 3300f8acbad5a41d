import type { Appointment } from '@health-connect/contract/appointments';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { beforeEach, expect, test, vi } from 'vitest';
import { buildAppointment } from '../../../test/appointments.js';
import { setAffected } from '../schedule/affected.js';
import { showAppointment } from './cache.js';
import { appointmentKeys } from './keys.js';
import { agreedQuery, appointmentQuery, comingQuery, requestsQuery } from './queries.js';

const asked = buildAppointment('2026-11-26T09:00:00Z', { status: 'pending' });
const step = {
  at: '2026-11-24T09:00:00Z',
  by: 'doctor',
  command: 'confirm',
  from: 'pending',
  to: 'scheduled',
} as const;
const confirmed: Appointment = { ...asked, status: 'scheduled', history: [step] };

let client: QueryClient;
/** Requests that wait for an answer, the first one first. */
let open: { url: string; answer: (data: unknown) => void }[];

beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  open = [];
  vi.stubGlobal('fetch', (url: string) => {
    return new Promise((resolve) => {
      open.push({ url, answer: (data) => resolve(Response.json({ success: true, data, meta: { nextCursor: null } })) });
    });
  });
});

const known = (id: string) => client.getQueryData<Appointment>(appointmentKeys.one(id));
const inList = (key: readonly unknown[]) => client.getQueryData<Appointment[]>(key)?.map(({ status }) => status);

async function load<T>(asking: Promise<T>, data: unknown): Promise<T> {
  open.at(-1)?.answer(data);
  return asking;
}

test('what a list brings is what is known of each of its appointments', async () => {
  await load(client.fetchQuery(requestsQuery), [asked]);
  expect(known(asked._id)).toEqual(asked);
  await load(client.fetchInfiniteQuery(comingQuery), [confirmed]);
  expect(known(asked._id)).toEqual(confirmed);
});

test('a change shows at once in the single one and in every list, whole or by pages, and the lists are asked again', async () => {
  await load(client.fetchQuery(requestsQuery), [asked]);
  await load(client.fetchQuery(agreedQuery), [asked]);
  await load(client.fetchInfiniteQuery(comingQuery), [asked]);
  showAppointment(client, confirmed);
  expect(known(asked._id)?.status).toBe('scheduled');
  expect(inList(requestsQuery.queryKey)).toEqual(['scheduled']);
  expect(inList(agreedQuery.queryKey)).toEqual(['scheduled']);
  expect(client.getQueryData(comingQuery.queryKey)?.pages[0]?.items).toEqual([confirmed]);
  expect(client.getQueryState(requestsQuery.queryKey)?.isInvalidated).toBe(true);
});

test('an answer that was on its way when the change was told does not bring the past back', async () => {
  const asking = client.fetchQuery(appointmentQuery(asked._id)).catch(() => undefined);
  showAppointment(client, confirmed);
  await load(asking, asked);
  expect(known(asked._id)).toEqual(confirmed);
});

test('a list that was on its way is asked anew, and its late answer counts for nothing', async () => {
  const stop = new QueryObserver(client, requestsQuery).subscribe(() => undefined);
  await vi.waitFor(() => expect(open).toHaveLength(1));
  showAppointment(client, confirmed);
  await vi.waitFor(() => expect(open).toHaveLength(2));
  open[1]!.answer([]);
  await vi.waitFor(() => expect(inList(requestsQuery.queryKey)).toEqual([]));
  open[0]!.answer([asked]);
  await new Promise((resolve) => setTimeout(resolve));
  expect(inList(requestsQuery.queryKey)).toEqual([]);
  expect(known(asked._id)).toEqual(confirmed);
  stop();
});

test('of two tellings that overtake each other the one with more steps or words stands', async () => {
  await load(client.fetchQuery(agreedQuery), [asked]);
  const written = { ...confirmed, notes: 'Dry skin.', revision: 2 };
  showAppointment(client, written);
  showAppointment(client, { ...confirmed, notes: 'Dry', revision: 1 });
  showAppointment(client, asked);
  expect(known(asked._id)).toEqual(written);
  expect(client.getQueryData(agreedQuery.queryKey)).toEqual([written]);
});

test('what new hours left outside is dealt with by a change of it, whichever page is open; words alone are no answer', () => {
  setAffected(client, [asked]);
  const affected = () => client.getQueryData<Appointment[]>(['schedule', 'affected']);
  showAppointment(client, { ...asked, comment: 'See you then' });
  expect(affected()).toEqual([asked]);
  showAppointment(client, confirmed);
  expect(affected()).toEqual([]);
});
