import type { DOCTOR_SORTS } from '@health-connect/contract/doctor-sorts';
import type { ListDoctors } from '@health-connect/contract/doctor-fields';
import type { ListedDoctor, Understood } from '@health-connect/contract/doctors';
import { weekdayOf } from '@health-connect/scheduling/wall-clock';
import type { QueryFilter } from 'mongoose';
import { doctorsVersion, DoctorModel, type DoctorRecord, LANGUAGE_INDEX, SEARCH_INDEX } from '../../db/accounts.js';
import { decodeCursor, DEFAULT_PAGE, encodeCursor, type Page, pageOf } from '../../http/cursor.js';
import { invalid } from '../../http/errors.js';
import { LISTED } from '../availability/policy.js';
import { freeOn, refreshStaleSlots, withCurrentSlots } from '../availability/service.js';
import { briefly } from './brief-memory.js';
import { presentListed, PUBLIC_FIELDS, type PublicRecord } from './present.js';
import { specialtyNamed } from './search/catalog.js';
import { freshenSearchKeys, onlySpecialtyKey } from './search/keys.js';
import { isTier, type Reading, understand } from './search/understand.js';

type Sort = (typeof DOCTOR_SORTS)[number];
type Filter = QueryFilter<DoctorRecord>;

/** Each order ends in the id, so that a page never skips or repeats a doctor. */
const ORDERS = {
  name: { field: 'name', direction: 1, kind: 'string' },
  rating: { field: 'rating', direction: -1, kind: 'number' },
  experience: { field: 'experience', direction: -1, kind: 'number' },
  soonest: { field: 'nextSlotAt', direction: 1, kind: 'number' },
} as const satisfies Record<Sort, { field: keyof PublicRecord; direction: 1 | -1; kind: 'string' | 'number' }>;

/** For "available on" doctors are looked through in steps, at most so many at a time. */
const STEP = 100;
const MOST_STEPS = 5;

interface CountedPage<T> extends Page<T> {
  /** Absent where counting would mean looking at every doctor's week. */
  total?: number;
}

/** A page as it is sent, with how long it holds (epoch ms). */
interface ListedPage extends CountedPage<ListedDoctor> {
  /** Words of the search that were taken for others. */
  understood?: Understood[];
  holdsUntil: number;
}

/** What a query asks for: whom, in what order, after whom. */
interface Wanted {
  filter: Filter;
  reading: Reading;
  sort: Sort;
  place: Place | null;
}

interface Place {
  tier: number;
  value: string | number;
  id: string;
}

/** A doctor with the tier of the search in which they were found. */
type Ranked = DoctorRecord & { tier: number };

/** The listed doctors that a query asks for. Most ask for the same first page; what changes the list makes it anew. */
export const listDoctors = (query: ListDoctors): Promise<ListedPage> =>
  briefly(
    `page ${doctorsVersion()} ${JSON.stringify(query)}`,
    async () => {
      const { items, ...rest } = await findPage(query);
      const holdsUntil = Math.min(...items.map((doctor) => doctor.nextSlotsStaleAt.getTime()));
      return { ...rest, items: items.map(presentListed), holdsUntil };
    },
    (page) => page.holdsUntil,
  );

async function findPage({ sort = 'name', limit = DEFAULT_PAGE, cursor, ...query }: ListDoctors) {
  const place = placeOf(cursor, sort);
  if (sort === 'soonest') await refreshStaleSlots();
  const reading = await understand(query.q ?? '', place?.tier);
  const wanted: Wanted = { filter: await filterOf(query), reading, sort, place };
  const page = query.availableOn
    ? await listAvailable(wanted, query.availableOn, limit)
    : await listAll(wanted, limit, JSON.stringify(query));
  return { ...page, ...(reading.understood.length > 0 && { understood: reading.understood }) };
}

async function listAll(wanted: Wanted, limit: number, query: string): Promise<CountedPage<PublicRecord>> {
  const everyone = { $and: [wanted.filter, wanted.reading.all] };
  const [{ items, nextCursor }, total] = await Promise.all([
    pageOf(
      limit,
      (most) => find(wanted, most, PUBLIC_FIELDS),
      (last) => cursorAfter(last, wanted.sort),
    ),
    briefly(`total ${wanted.reading.firstTier} ${query}`, () =>
      DoctorModel.countDocuments(everyone, hintFor(wanted.filter, wanted.reading)),
    ),
  ]);
  return { items: await withCurrentSlots(items), total, nextCursor };
}

async function filterOf({ specialization, minRating, availableOn, language }: ListDoctors): Promise<Filter> {
  const specialty = specialization ? specialtyNamed(specialization) : null;
  if (specialty) await freshenSearchKeys();
  return {
    ...LISTED,
    ...(specialization && (specialty ? { searchKeys: onlySpecialtyKey(specialty) } : { specialization })),
    ...(language && { languages: language }),
    ...(minRating && { rating: { $gte: minRating } }),
    ...(availableOn && { $or: [{ 'schedule.day': weekdayOf(availableOn) }, { 'overrides.date': availableOn }] }),
  } as Filter;
}

/** In the order asked for, those of one tier of the search after those of the one before. */
async function find(wanted: Wanted, limit: number, fields: object): Promise<Ranked[]> {
  const { filter, reading, sort, place } = wanted;
  const { field, direction } = ORDERS[sort];
  const found: Ranked[] = [];
  for (const [index, matches] of reading.tiers.entries()) {
    const tier = reading.firstTier + index;
    if (found.length === limit || tier < (place?.tier ?? 0)) continue;
    const after = place?.tier === tier ? afterPlace(place, sort) : {};
    const doctors = await DoctorModel.find({ $and: [filter, matches, after] }, fields)
      .sort({ [field]: direction, _id: 1 })
      .limit(limit - found.length)
      .setOptions(hintFor(filter, reading))
      .lean<DoctorRecord[]>();
    found.push(...doctors.map((doctor) => ({ ...doctor, tier })));
  }
  return found;
}

/** A search goes by its words, or its language: by the order it would look at everyone for the few whom it finds. */
function hintFor(filter: Filter, { all }: Reading) {
  if ('$and' in all || 'searchKeys' in filter) return { hint: SEARCH_INDEX };
  return 'languages' in filter ? { hint: LANGUAGE_INDEX } : {};
}

function placeOf(cursor: string | undefined, sort: Sort): Place | null {
  const values = decodeCursor(cursor, [ORDERS[sort].kind, 'id', 'number']);
  if (!values) return null;
  const [value, id, tier] = values;
  if (!isTier(tier)) throw invalid('cursor', 'not_a_place');
  return { value, id, tier };
}

function afterPlace({ value: at, id }: Place, sort: Sort): Filter {
  const { field, direction } = ORDERS[sort];
  const value = field === 'nextSlotAt' ? new Date(at) : at;
  const beyond = direction === 1 ? '$gt' : '$lt';
  // The bound lets the index begin there; which of the same value were shown is told by the id.
  return {
    [field]: { [`${beyond}e`]: value },
    $or: [{ [field]: { [beyond]: value } }, { [field]: value, _id: { $gt: id } }],
  };
}

function cursorAfter(doctor: Ranked, sort: Sort): string {
  const value = doctor[ORDERS[sort].field];
  return encodeCursor([value instanceof Date ? value.getTime() : value, doctor._id.toString(), doctor.tier]);
}

/** A page may be short although more follow: each request looks at a bounded number of weeks. */
async function listAvailable(wanted: Wanted, date: string, limit: number): Promise<Page<PublicRecord>> {
  const { sort } = wanted;
  const fields = { ...PUBLIC_FIELDS, schedule: 1, overrides: 1, rules: 1 };
  let { place } = wanted;
  let next: string | null = null;
  const lookThrough = async (most: number): Promise<Ranked[]> => {
    const free: Ranked[] = [];
    for (let step = 0; step < MOST_STEPS && free.length < most; step += 1) {
      const candidates = await find({ ...wanted, place }, STEP, fields);
      free.push(...(await freeOn(candidates, date)));
      next = candidates.length === STEP ? cursorAfter(candidates.at(-1)!, sort) : null;
      if (!next) break;
      place = placeOf(next, sort);
    }
    return free;
  };
  const { items, nextCursor } = await pageOf(limit, lookThrough, (last) => cursorAfter(last, sort));
  return { items: await withCurrentSlots(items), nextCursor: nextCursor ?? next };
}
