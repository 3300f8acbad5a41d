import type { ListedDoctor } from '@health-connect/contract/doctors';
import { labels, words } from '@health-connect/contract/specialties/en';
import { SPECIALTIES } from '@health-connect/contract/specialties/keys';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp } from '../../../test/app.js';
import { buildDoctor } from '../../../test/factories.js';
import { DoctorModel, SEARCH_INDEX } from '../../db/accounts.js';
import { keysOf } from './search/keys.js';
import { fillSearchKeys } from './service.js';

const app = createTestApp();
beforeEach(() => app.clock.set('2026-11-20T12:00:00Z'));

const search = async (q: string, rest = '') =>
  (await app.anonymous.get(`/api/doctors?limit=100&q=${encodeURIComponent(q)}${rest}`)).body;
const found = async (q: string, rest = ''): Promise<string[]> =>
  (await search(q, rest)).data.map(({ name }: ListedDoctor) => name);

beforeAll(async () => {
  const people: [name: string, specialization: string][] = [
    ['José Núñez', 'General practice'],
    ['Søren Kjær', 'Cardiology'],
    ['Trần Đức Anh', 'cardiologist'],
    ['Gita Rao', 'Interventional cardiologist'],
    ['Rose Okafor', 'Paediatrics'],
    ['Josephine Baker', 'Dermatologist'],
    ['Sean O’Brien', 'Family doctor'],
    ['Jean-Luc Skinner', 'Eye doctor'],
    ['王小明', 'Lymphoedema therapy'],
    ['Wafa Smith', 'Women’s health'],
    ['Jon Kelly', 'Mental health'],
    ['John Smith', 'ENT'],
  ];
  for (const [name, specialization] of people) await buildDoctor({ name, specialization });
});

describe('FR-8: people are found as they are typed', () => {
  test.each([
    ['jose', 'José Núñez'],
    ['NUNEZ', 'José Núñez'],
    ['soren', 'Søren Kjær'],
    ['kjaer', 'Søren Kjær'],
    ['tran duc', 'Trần Đức Anh'],
    ['Tran, Duc!', 'Trần Đức Anh'],
    ['obrien', 'Sean O’Brien'],
    ["o'brien", 'Sean O’Brien'],
    ['brien', 'Sean O’Brien'],
    ['jeanluc', 'Jean-Luc Skinner'],
    ['小明', '王小明'],
    ['lymphodema', '王小明'],
    ['lymph', '王小明'],
    // One letter less, more, another, and two exchanged.
    ['skiner', 'Jean-Luc Skinner'],
    ['skinnner', 'Jean-Luc Skinner'],
    ['skanner', 'Jean-Luc Skinner'],
    ['sknniner okafr', undefined],
    ['okafro', 'Rose Okafor'],
    ['kelly', 'Jon Kelly'],
    // Each word is somebody's, but not the same one's.
    ['jonn smiht', 'John Smith'],
  ])('%s', async (q, name) => {
    expect((await found(q))[0]).toBe(name);
  });

  test.each([
    ['jose', 'José'],
    ['heart', 'cardiology'],
    ['GP', 'general practice'],
    ['cardiologst', 'cardiologist'],
    ['cardiologist', 'Cardiology'],
    ['g.p.', 'GP'],
    ['pediatrics', 'paediatrics'],
    ['a doctor for children', 'pediatrician'],
    ['heart doctor', 'heart'],
    ['genral practise', 'general practice'],
    ['a doctr for the heart', 'heart'],
    ['skin', 'dermatology'],
    ['eye', 'ophthalmology'],
    ['womens health', 'gynecologist'],
    ['corazón', 'heart'],
    ['piel', 'skin'],
    ['ear nose & throat', 'ENT'],
  ])('“%s” gives the same doctors as “%s”', async (q, meant) => {
    const names = await found(q);
    expect(names).not.toEqual([]);
    expect(names).toEqual(await found(meant));
  });

  test('a specialty word finds no one who is only called like it', async () => {
    expect(await found('skin')).toEqual(['Josephine Baker']);
    expect(await found('heart')).toEqual(['Gita Rao', 'Søren Kjær', 'Trần Đức Anh']);
  });

  test('a slip is forgiven only where nobody has the word, and not in short words', async () => {
    expect(await found('rose')).toEqual(['Rose Okafor']);
    expect(await found('rao')).toEqual(['Gita Rao']);
    expect(await found('roa')).toEqual([]);
  });

  test('the answer says what was understood', async () => {
    expect((await search('heart')).meta.understood).toEqual([{ typed: 'heart', specialties: ['Cardiology'] }]);
    expect((await search('soren Cardiologst')).meta.understood).toEqual([
      { typed: 'Cardiologst', specialties: ['Cardiology'] },
    ]);
    expect((await search('okafro')).meta.understood).toEqual([{ typed: 'okafro', specialties: [] }]);
    expect((await search('cardiology')).meta).not.toHaveProperty('understood');
    expect((await search('jose')).meta).not.toHaveProperty('understood');
  });
});

describe('hostile words', () => {
  test.each([
    '{"$ne":null}',
    '$where #cardiology @cardiology ~ose',
    '(q+)+$ [^]* \\',
    'q '.repeat(50),
    "'".repeat(100),
    'q.'.repeat(50),
    '\ufdfa'.repeat(100),
    '\u0301\u202e\u{10ffff}\0',
    'z'.repeat(100),
    '王'.repeat(100),
  ])('%j is only text', async (q) => {
    const query = new URLSearchParams({ q, specialization: q.slice(0, 80) || 'x' });
    expect((await app.anonymous.get(`/api/doctors?${query}`)).status).toBeLessThan(500);
    expect(await found(q)).toEqual([]);
  });
});

describe('order and pages', () => {
  test.each(['name', 'rating', 'experience', 'soonest'])(
    'whole words before beginnings, each by %s, nobody twice or left out',
    async (sort) => {
      const rows = [
        ['Zoe Marin', 1],
        ['Abe Marin', 2],
        ['Ann Marino', 5],
        ['Cleo Marinos', 4],
      ] as const;
      for (const [name, rating] of rows) {
        if (!(await DoctorModel.exists({ name }))) await buildDoctor({ name, rating, experience: rating });
      }
      const all = await search('marin', `&sort=${sort}`);
      const pages: string[] = [];
      let cursor = '';
      do {
        const { body } = await app.anonymous.get(`/api/doctors?q=marin&limit=1&sort=${sort}${cursor}`);
        expect(body.meta.total).toBe(4);
        pages.push(...body.data.map(({ name }: ListedDoctor) => name));
        cursor = body.meta.nextCursor === null ? '' : `&cursor=${body.meta.nextCursor}`;
      } while (cursor);
      expect(pages).toEqual(all.data.map(({ name }: ListedDoctor) => name));
      expect(pages.slice(0, 2).sort()).toEqual(['Abe Marin', 'Zoe Marin']);
      expect(pages.slice(2).sort()).toEqual(['Ann Marino', 'Cleo Marinos']);
      if (sort === 'rating') expect(pages[2]).toBe('Ann Marino');
    },
  );

  test('a list of similar names goes on with them, also when somebody of exactly that name comes', async () => {
    await buildDoctor({ name: 'Ada Quispel' });
    await buildDoctor({ name: 'Bea Quispel' });
    const first = (await app.anonymous.get('/api/doctors?q=quispol&limit=1')).body;
    expect(first.data[0].name).toBe('Ada Quispel');
    await buildDoctor({ name: 'Abe Quispol' });
    const second = (await app.anonymous.get(`/api/doctors?q=quispol&limit=1&cursor=${first.meta.nextCursor}`)).body;
    expect(second.data[0].name).toBe('Bea Quispel');
  });

  test('by a free day too', async () => {
    expect(await found('heart', '&availableOn=2026-11-24')).toEqual(await found('cardiology'));
  });

  test.each([
    [['A', '65f0000000000000000000cc']],
    [['A', '65f0000000000000000000cc', 7]],
    [['A', '65f0000000000000000000cc', 0.5]],
  ])('a cursor of %j is refused', async (place) => {
    const cursor = Buffer.from(JSON.stringify(place)).toString('base64url');
    expect((await app.anonymous.get(`/api/doctors?sort=name&q=a&cursor=${cursor}`)).status).toBe(400);
  });
});

describe('the keys follow what a doctor is called', () => {
  test('a new name and a new specialty are found at once, the old ones no longer', async () => {
    const doctor = await buildDoctor({ name: 'Ulla Vandermeer', specialization: 'Urology' });
    expect(await found('vandermeer urologist')).toEqual(['Ulla Vandermeer']);
    await app
      .as(doctor)
      .put('/api/doctors/profile')
      .send({ name: 'Ulla Zwart', specialization: 'Kidneys' })
      .expect(200);
    expect(await found('vandermeer')).toEqual([]);
    expect(await found('zwart urology')).toEqual([]);
    expect(await found('zwart nephrologist')).toEqual(['Ulla Zwart']);
  });

  test('a change at the moment in which keys are made does not leave the old ones', async () => {
    const doctor = await buildDoctor({ name: 'Race Firstname' });
    await Promise.all([
      ...['a', 'b', 'c', 'd'].map((q) => search(q)),
      DoctorModel.updateOne({ _id: doctor._id }, { $set: { name: 'Race Lastname' } }),
      ...['e', 'f', 'g', 'h'].map((q) => search(q)),
    ]);
    expect(await found('lastname')).toEqual(['Race Lastname']);
    expect(await found('firstname')).toEqual([]);
    expect((await DoctorModel.findById(doctor._id).lean())!.searchKeys).toContain('lastname');
  });

  test('doctors stored before there were keys, or with those of an older catalog, are found', async () => {
    const doctor = await buildDoctor({ name: 'Old Timer', specialization: 'Urology' });
    await DoctorModel.collection.updateOne({ _id: doctor._id }, { $unset: { searchKeys: 1, searchVersion: 1 } });
    expect(await found('old timer')).toEqual(['Old Timer']);
    await DoctorModel.collection.updateOne({ _id: doctor._id }, { $set: { searchKeys: ['old'], searchVersion: '0' } });
    await fillSearchKeys();
    await fillSearchKeys();
    expect((await DoctorModel.findById(doctor._id).lean())!.searchKeys).toEqual(keysOf(doctor));
  });

  test('a search goes by the index of the keys', async () => {
    await found('heart');
    const explained = (await DoctorModel.find({ verification: 'verified', searchKeys: { $in: ['heart'] } })
      .hint(SEARCH_INDEX)
      .explain('executionStats')) as unknown as { executionStats: { totalDocsExamined: number } };
    expect(explained.executionStats.totalDocsExamined).toBe(3);
  });
});

describe('specialties', () => {
  test('texts that mean the same are counted and filtered as one', async () => {
    await buildDoctor({ name: 'Tess Tooth', specialization: 'dental' });
    await buildDoctor({ name: 'Tom Tooth', specialization: 'Dentistry' });
    await buildDoctor({ name: 'Tim Tooth', specialization: 'Dentistry for horses' });
    const counts = (await app.anonymous.get('/api/doctors/specializations')).body.data;
    expect(counts).toContainEqual({ name: 'Dentistry', count: 2 });
    expect(counts).toContainEqual({ name: 'Dentistry for horses', count: 1 });
    expect(await found('', '&specialization=Dentistry')).toEqual(['Tess Tooth', 'Tom Tooth']);
    expect(await found('', '&specialization=Dentistry+for+horses')).toEqual(['Tim Tooth']);
    expect(await found('tooth', '&specialization=DENTIST')).toEqual(['Tess Tooth', 'Tom Tooth']);
  });

  test.each(SPECIALTIES)('%s has a name, and each of its words leads to it', (specialty) => {
    for (const word of [labels[specialty], ...words[specialty]])
      expect(keysOf({ name: 'Xyz', specialization: word })).toContain(`#${specialty}`);
  });
});
