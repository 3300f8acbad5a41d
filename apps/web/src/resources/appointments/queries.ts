import {
  type Appointment,
  listDoctorAppointments,
  listOwnAppointments,
  type ListAppointments,
  readAppointment,
} from '@health-connect/contract/appointments';
import { ACTIVE_STATUSES, type AppointmentStatus } from '@health-connect/contract/status';
import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useQuery,
} from '@tanstack/react-query';
import { call, callPage } from '../../lib/call.js';
import { seed } from './cache.js';
import { appointmentKeys } from './keys.js';
import { untilNextMoment } from './moments.js';

/** What a doctor may do changes by the clock as well (joining, closing): the server is asked again this often. */
export const RENEW_MS = 20_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const A_PAGE = 20;
const MOST_ON_A_PAGE = 100;
/** More would be no day of one person: an answer gone wrong must not ask for ever. */
const MOST_OF_A_DAY = 1_000;

export const appointmentQuery = (id: string) =>
  queryOptions({
    queryKey: appointmentKeys.one(id),
    queryFn: ({ signal }) => call(readAppointment, { params: { id }, signal }),
  });

/** An appointment as the page last heard of it, which is as whoever hands it over knew it or newer. */
export function useAppointment(known: Appointment): Appointment {
  const { data = known } = useQuery(appointmentQuery(known._id));
  return data;
}

const list = (statuses: readonly AppointmentStatus[], order: 'asc' | 'desc', limit: number) =>
  infiniteQueryOptions({
    queryKey: [...appointmentKeys.lists, statuses, order, limit],
    queryFn: ({ pageParam, client, signal }) =>
      readPage(client, listOwnAppointments, { status: statuses.join(','), order, limit, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: ({ meta }) => meta.nextCursor,
    // What may be done follows the clock, and the server says when: ask again when the next such moment comes.
    refetchInterval: ({ state }) => untilNextMoment(state.data?.pages.flatMap(({ items }) => items) ?? [], Date.now()),
    placeholderData: keepPreviousData,
  });

export const comingQuery = list(ACTIVE_STATUSES, 'asc', A_PAGE);
/** What is over, the newest first. */
export const pastQuery = (statuses: readonly AppointmentStatus[], limit = A_PAGE) => list(statuses, 'desc', limit);

/** Every appointment of the doctor's local dates, cancelled ones too, by start. */
export const datesQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: [...appointmentKeys.lists, 'dates', { from, to }],
    queryFn: ({ client, signal }) => readAll(client, { from, to }, signal),
    refetchInterval: RENEW_MS,
  });

/** What waits for the doctor's answer. */
export const requestsQuery = queryOptions({
  queryKey: [...appointmentKeys.lists, 'requests'],
  queryFn: ({ client, signal }) => readAll(client, { status: 'pending' }, signal),
});

/** What is agreed, soonest first: one of them may be open now. */
export const agreedQuery = queryOptions({
  queryKey: [...appointmentKeys.lists, 'agreed'],
  queryFn: async ({ client, signal }) => {
    const from = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10);
    const query = { status: 'scheduled', from, limit: MOST_ON_A_PAGE };
    return (await readPage(client, listOwnAppointments, query, signal)).items;
  },
  // A room opens by the clock, which no event tells.
  refetchInterval: MINUTE_MS,
});

type Asked = Omit<ListAppointments, 'cursor'> & { cursor?: string | null };
type List = typeof listOwnAppointments | typeof listDoctorAppointments;

async function readPage(client: QueryClient, list: List, query: Asked, signal: AbortSignal) {
  const page = await callPage(list, { query, signal });
  signal.throwIfAborted();
  seed(client, page.items);
  return page;
}

async function readAll(client: QueryClient, query: ListAppointments, signal: AbortSignal): Promise<Appointment[]> {
  const appointments: Appointment[] = [];
  let cursor: string | null = null;
  do {
    const asked = { ...query, limit: MOST_ON_A_PAGE, cursor };
    const { items, meta }: Awaited<ReturnType<typeof readPage>> = await readPage(
      client,
      listDoctorAppointments,
      asked,
      signal,
    );
    appointments.push(...items);
    cursor = meta.nextCursor;
  } while (cursor !== null && appointments.length < MOST_OF_A_DAY);
  return appointments;
}
