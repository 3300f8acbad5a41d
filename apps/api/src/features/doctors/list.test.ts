import type { ListedDoctor } from '@health-connect/contract/doctors';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp } from '../../../test/app.js';
import { buildAppointment, buildDoctor, everyDay } from '../../../test/factories.js';

const app = createTestApp();
/** Friday 07:00 in New York. */
beforeEach(() => app.clock.set('2026-11-20T12:00:00Z'));

const list = async (query = '') => (await app.anonymous.get(`/api/doctors?${query}`)).body;
const names = async (query: string): Promise<string[]> =>
  (await list(query)).data.map(({ name }: ListedDoctor) => name);
const onlyOn = (day: string) => everyDay.filter((other) => other.day === day);

beforeAll(async () => {
  app.clock.set('2026-11-20T12:00:00Z');
  const derm = { specialization: 'Dermatology' };
  await buildDoctor({
    ...derm,
    name: 'Ada Moss',
    experience: 4,
    rating: 4.5,
    ratingCount: 2,
    schedule: onlyOn('monday'),
  });
  await buildDoctor({ ...derm, name: 'Ben Okafor', experience: 9, rating: 3, ratingCount: 1 });
  await buildDoctor({ ...derm, name: 'Cleo Ruiz', experience: 9, schedule: [] });
  await buildDoctor({
    specialization: 'Paediatrics',
    name: 'Dov (Child) Levi',
    experience: 20,
    rating: 5,
    ratingCount: 3,
  });
  await buildDoctor({ ...derm, name: 'Eve Unverified', verification: 'pending' });
  await buildDoctor({ ...derm, name: 'Fay Suspended', suspendedAt: new Date() });
});

describe('what is public', () => {
  test('only the fields of the contract, never an e-mail, phone or anything of the account', async () => {
    const { data } = await list('specialization=Dermatology');
    for (const doctor of data) {
      expect(Object.keys(doctor).sort()).toEqual([
        '_id',
        'about',
        'avatar',
        'experience',
        'languages',
        'name',
        'nextSlotAt',
        'nextSlots',
        'qualification',
        'rating',
        'reviewCount',
        'specialization',
        'timeZone',
      ]);
    }
    expect(JSON.stringify(data)).not.toMatch(/@example|\$2b\$/);
  });

  test('neither unverified nor suspended doctors are there', async () => {
    expect(await names('specialization=Dermatology')).toEqual(['Ada Moss', 'Ben Okafor', 'Cleo Ruiz']);
    expect((await app.anonymous.get('/api/doctors/specializations')).body.data).toEqual([
      { name: 'Dermatology', count: 3 },
      { name: 'Paediatrics', count: 1 },
    ]);
  });

  test('a doctor’s page has the schedule and the rules that a patient meets', async () => {
    const [ada] = (await list('q=moss')).data;
    const reply = await app.anonymous.get(`/api/doctors/${ada._id}`);
    expect(reply.body.data).toMatchObject({ name: 'Ada Moss', minimumNoticeMinutes: 60, autoConfirm: false });
    expect(reply.body.data.schedule).toEqual(onlyOn('monday'));
    expect(JSON.stringify(reply.body)).not.toMatch(/email|passwordHash|contactNumber|overrides/);
  });

  test('a doctor who is not verified yet sees their own page; others find nothing', async () => {
    const doctor = await buildDoctor({ verification: 'pending', name: 'Gus Waiting' });
    expect((await app.as(doctor).get(`/api/doctors/${doctor.id}`)).status).toBe(200);
    expect((await app.anonymous.get(`/api/doctors/${doctor.id}`)).status).toBe(404);
  });

  test.each(['/api/doctors/nobody', '/api/doctors?id[$ne]=1', '/api/doctors?sort=email', '/api/doctors?cursor=x'])(
    '%s is refused',
    async (path) => {
      expect((await app.anonymous.get(path)).status).toBe(400);
    },
  );
});

describe('searching', () => {
  test.each([
    ['part of a name', 'q=oka', ['Ben Okafor']],
    ['specialization and name together', 'q=derm ruiz', ['Cleo Ruiz']],
    ['letters of either case', 'q=PAEDIATRICS', ['Dov (Child) Levi']],
    ['a pattern, which is only text', 'q=.*', []],
    ['brackets', 'q=(child)', ['Dov (Child) Levi']],
    ['at least this rating', 'minRating=4.5', ['Ada Moss', 'Dov (Child) Levi']],
    ['a specialization', 'specialization=Paediatrics', ['Dov (Child) Levi']],
  ])('by %s', async (_what, query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  test.each([
    ['rating', ['Dov (Child) Levi', 'Ada Moss', 'Ben Okafor', 'Cleo Ruiz']],
    ['experience', ['Dov (Child) Levi', 'Ben Okafor', 'Cleo Ruiz', 'Ada Moss']],
    ['name', ['Ada Moss', 'Ben Okafor', 'Cleo Ruiz', 'Dov (Child) Levi']],
    ['soonest', ['Ben Okafor', 'Dov (Child) Levi', 'Ada Moss', 'Cleo Ruiz']],
  ])('by %s, page by page, each doctor once', async (sort, expected) => {
    const found: string[] = [];
    let cursor: string | null = '';
    do {
      const page: { data: ListedDoctor[]; meta: { nextCursor: string | null; total: number } } = await list(
        `sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`,
      );
      expect(page.meta.total).toBe(4);
      found.push(...page.data.map(({ name }) => name));
      cursor = page.meta.nextCursor;
    } while (cursor !== null);
    expect(found).toEqual(expected);
  });

  test('a cursor of another order is refused', async () => {
    const { meta } = await list('sort=rating&limit=1');
    expect((await app.anonymous.get(`/api/doctors?sort=name&cursor=${meta.nextCursor}`)).status).toBe(400);
  });
});

describe('availability', () => {
  test('on a date: those with a free time on that day of their own calendar', async () => {
    expect(await names('availableOn=2026-11-23')).toEqual(['Ada Moss', 'Ben Okafor', 'Dov (Child) Levi']);
    expect(await names('availableOn=2026-11-24')).toEqual(['Ben Okafor', 'Dov (Child) Levi']);
    expect(await names('availableOn=2026-11-24&limit=1')).toEqual(['Ben Okafor']);
    expect(await names('availableOn=2030-01-01')).toEqual([]);
  });

  test('a doctor whose day is full is not available on it', async () => {
    const slots = [{ slotNumber: 1, startTime: '09:00', endTime: '09:30', isAvailable: true }];
    const doctor = await buildDoctor({ name: 'Hana Full', schedule: [{ day: 'wednesday', slots }] });
    expect(await names('availableOn=2026-11-25&q=hana')).toEqual(['Hana Full']);
    await buildAppointment({ doctor, startsAt: '2026-11-25T14:00:00Z' });
    expect(await names('availableOn=2026-11-25&q=hana')).toEqual([]);
  });

  test('each row brings the next free times, which stay current as time passes', async () => {
    const [before] = (await list('q=okafor')).data;
    expect(before.nextSlots).toHaveLength(4);
    expect(before.nextSlots[0]).toEqual({ startsAt: '2026-11-20T14:00:00.000Z', endsAt: '2026-11-20T14:30:00.000Z' });
    app.clock.set('2026-11-20T13:01:00Z');
    const [after] = (await list('q=okafor')).data;
    expect(after.nextSlotAt).toBe('2026-11-20T14:30:00.000Z');
  });
});
