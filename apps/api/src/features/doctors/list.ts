import type { DOCTOR_SORTS } from '@health-connect/contract/doctor-sorts';
import type { ListDoctors, ListedDoctor } from '@health-connect/contract/doctors';
import { weekdayOf } from '@health-connect/scheduling/wall-clock';
import type { QueryFilter } from 'mongoose';
import { accountsVersion, DoctorModel, type DoctorRecord } from '../../db/accounts.js';
import { decodeCursor, DEFAULT_PAGE, encodeCursor } from '../../http/cursor.js';
import { escapeRegex } from '../../lib/escape-regex.js';
import { LISTED } from '../availability/policy.js';
import { freeOn, refreshStaleSlots, withCurrentSlots } from '../availability/service.js';
import { briefly } from './brief-memory.js';
import { presentListed, PUBLIC_FIELDS, type PublicRecord } from './present.js';

type Sort = (typeof DOCTOR_SORTS)[number];
type Filter = QueryFilter<DoctorRecord>;

/** Each order ends in the id, so that a page never skips or repeats a doctor. */
const ORDERS = {
  name: { field: 'name', direction: 1, kind: 'string' },
  rating: { field: 'rating', direction: -1, kind: 'number' },
  experience: { field: 'experience', direction: -1, kind: 'number' },
  soonest: { field: 'nextSlotAt', direction: 1, kind: 'number' },
} as const satisfies Record<Sort, { field: keyof PublicRecord; direction: 1 | -1; kind: 'string' | 'number' }>;

const MAX_WORDS = 5;
/** For "available on" doctors are looked through in steps, at most so many at a time. */
const STEP = 100;
const MOST_STEPS = 5;

/** A page as it is sent, with how long it holds (epoch ms). */
interface ListedPage {
  doctors: ListedDoctor[];
  nextCursor: string | null;
  total?: number;
  holdsUntil: number;
}

interface FoundPage {
  doctors: PublicRecord[];
  nextCursor: string | null;
  /** Absent where counting would mean looking at every doctor's week. */
  total?: number;
}

/** The listed doctors that a query asks for. Most ask for the same first page; a write to an account makes it anew. */
export const listDoctors = (query: ListDoctors): Promise<ListedPage> =>
  briefly(
    `page ${accountsVersion()} ${JSON.stringify(query)}`,
    async () => {
      const { doctors, ...rest } = await findPage(query);
      const holdsUntil = Math.min(...doctors.map((doctor) => doctor.nextSlotsStaleAt.getTime()));
      return { ...rest, doctors: doctors.map(presentListed), holdsUntil };
    },
    (page) => page.holdsUntil,
  );

async function findPage({ sort = 'name', limit = DEFAULT_PAGE, ...query }: ListDoctors): Promise<FoundPage> {
  if (sort === 'soonest') await refreshStaleSlots();
  const filter = filterOf(query);
  if (query.availableOn) return listAvailable(filter, query.availableOn, sort, limit, query.cursor);
  const [found, total] = await Promise.all([
    find(filter, sort, query.cursor, limit + 1, PUBLIC_FIELDS),
    briefly(`total ${JSON.stringify(query)}`, () => DoctorModel.countDocuments(filter)),
  ]);
  const doctors = await withCurrentSlots(found.slice(0, limit));
  return { doctors, total, nextCursor: found.length > limit ? cursorAfter(found[limit - 1]!, sort) : null };
}

function filterOf({ q = '', specialization, minRating, availableOn }: Omit<ListDoctors, 'sort' | 'limit'>): Filter {
  const words = q.split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
  const matches = words.map((word) => {
    const anywhere = { $regex: escapeRegex(word), $options: 'i' };
    return { $or: [{ name: anywhere }, { specialization: anywhere }] };
  });
  if (availableOn) {
    matches.push({ $or: [{ 'schedule.day': weekdayOf(availableOn) }, { 'overrides.date': availableOn }] } as never);
  }
  return {
    ...LISTED,
    ...(specialization && { specialization }),
    ...(minRating && { rating: { $gte: minRating } }),
    ...(matches.length > 0 && { $and: matches }),
  };
}

function find(filter: Filter, sort: Sort, cursor: string | undefined, limit: number, fields: object) {
  const { field, direction } = ORDERS[sort];
  const after = afterCursor(sort, cursor);
  return DoctorModel.find(after ? { $and: [filter, after] } : filter, fields)
    .sort({ [field]: direction, _id: 1 })
    .limit(limit)
    .lean<DoctorRecord[]>();
}

function afterCursor(sort: Sort, cursor: string | undefined): Filter | null {
  const { field, direction, kind } = ORDERS[sort];
  const place = decodeCursor(cursor, [kind, 'id']);
  if (!place) return null;
  const value = field === 'nextSlotAt' ? new Date(place[0]) : place[0];
  const beyond = direction === 1 ? '$gt' : '$lt';
  // The bound lets the index begin there; which of the same value were shown is told by the id.
  return {
    [field]: { [`${beyond}e`]: value },
    $or: [{ [field]: { [beyond]: value } }, { [field]: value, _id: { $gt: place[1] } }],
  };
}

function cursorAfter(doctor: PublicRecord, sort: Sort): string {
  const value = doctor[ORDERS[sort].field];
  return encodeCursor([value instanceof Date ? value.getTime() : value, doctor._id.toString()]);
}

/** A page may be short although more follow: each request looks at a bounded number of weeks. */
async function listAvailable(
  filter: Filter,
  date: string,
  sort: Sort,
  limit: number,
  cursor: string | undefined,
): Promise<FoundPage> {
  const fields = { ...PUBLIC_FIELDS, schedule: 1, overrides: 1, rules: 1 };
  const doctors: DoctorRecord[] = [];
  let place: string | null = cursor ?? null;
  for (let step = 0; step < MOST_STEPS && doctors.length <= limit; step += 1) {
    const candidates = await find(filter, sort, place ?? undefined, STEP, fields);
    doctors.push(...(await freeOn(candidates, date)));
    place = candidates.length === STEP ? cursorAfter(candidates.at(-1)!, sort) : null;
    if (!place) break;
  }
  const shown = doctors.slice(0, limit);
  const nextCursor = doctors.length > limit ? cursorAfter(shown.at(-1)!, sort) : place;
  return { doctors: await withCurrentSlots(shown), nextCursor };
}
