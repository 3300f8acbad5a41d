import { SPOKEN_LANGUAGES } from '@health-connect/contract/languages';
import type { ListedDoctor } from '@health-connect/contract/doctors';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestApp } from '../../../test/app.js';
import { buildDoctor } from '../../../test/factories.js';
import { DoctorModel, LANGUAGE_INDEX } from '../../db/accounts.js';

const app = createTestApp();
beforeEach(() => app.clock.set('2026-11-20T12:00:00Z'));

const list = async (query: string) => (await app.anonymous.get(`/api/doctors?${query}`).expect(200)).body;
const names = async (query: string): Promise<string[]> =>
  (await list(query)).data.map(({ name }: ListedDoctor) => name);
const save = async (languages: unknown) =>
  app
    .as(await buildDoctor({ languages: ['fi'], name: 'Lea Saves', verification: 'pending' }))
    .put('/api/doctors/profile')
    .send({ languages });

beforeAll(async () => {
  await buildDoctor({ name: 'Ana Ruiz', specialization: 'Dermatology', languages: ['es', 'en'], experience: 3 });
  await buildDoctor({ name: 'Bao Tran', specialization: 'Cardiology', languages: ['vi', 'en', 'es'], experience: 9 });
  await buildDoctor({ name: 'Cai Lam', specialization: 'Dermatology', languages: ['yue'], rating: 5, ratingCount: 1 });
  await buildDoctor({ name: 'Dee Sol', specialization: 'Dermatology', languages: ['es'], rating: 4, ratingCount: 1 });
  await buildDoctor({ name: 'Eve Waits', languages: ['es'], verification: 'pending' });
  const older = await buildDoctor({ name: 'Old Record' });
  await DoctorModel.collection.updateOne({ _id: older._id }, { $unset: { languages: 1 } });
});

describe('a patient finds who speaks their language', () => {
  test('any one of a doctor’s, with every other filter and search', async () => {
    expect(await names('language=es')).toEqual(['Ana Ruiz', 'Bao Tran', 'Dee Sol']);
    expect(await names('language=yue')).toEqual(['Cai Lam']);
    expect(await names('language=sv')).toEqual([]);
    expect(await names('language=es&specialization=Dermatology')).toEqual(['Ana Ruiz', 'Dee Sol']);
    expect(await names('language=es&minRating=4')).toEqual(['Dee Sol']);
    expect(await names('language=es&q=heart')).toEqual(['Bao Tran']);
    expect(await names('language=es&q=lam')).toEqual([]);
    expect(await names('language=en&availableOn=2026-11-23&sort=experience')).toEqual(['Bao Tran', 'Ana Ruiz']);
  });

  test.each([
    ['name', ['Ana Ruiz', 'Bao Tran', 'Dee Sol']],
    ['experience', ['Dee Sol', 'Bao Tran', 'Ana Ruiz']],
    ['rating', ['Dee Sol', 'Ana Ruiz', 'Bao Tran']],
  ])('by %s, page by page, each once', async (sort, expected) => {
    const found: string[] = [];
    let cursor: string | null = '';
    do {
      const page: { data: ListedDoctor[]; meta: { nextCursor: string | null; total: number } } = await list(
        `language=es&sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`,
      );
      expect(page.meta.total).toBe(3);
      found.push(...page.data.map(({ name }) => name));
      cursor = page.meta.nextCursor;
    } while (cursor !== null);
    expect(found).toEqual(expected);
  });

  test('a row and a page say what they speak; an older record says nothing', async () => {
    const [ana] = (await list('q=ruiz')).data;
    expect(ana.languages).toEqual(['es', 'en']);
    expect((await app.anonymous.get(`/api/doctors/${ana._id}`)).body.data.languages).toEqual(['es', 'en']);
    expect((await list('q=old')).data[0].languages).toEqual([]);
  });

  test('a change shows in the next list', async () => {
    const doctor = await buildDoctor({ name: 'Fay New', languages: ['tr'] });
    expect(await names('language=tr')).toEqual(['Fay New']);
    await app
      .as(doctor)
      .put('/api/doctors/profile')
      .send({ languages: ['de'] })
      .expect(200);
    expect(await names('language=tr')).toEqual([]);
    expect(await names('language=de')).toEqual(['Fay New']);
    await app.as(doctor).put('/api/doctors/profile').send({ languages: [] }).expect(200);
    expect(await names('language=de')).toEqual([]);
  });

  test('looks at those who speak it, not at everybody', async () => {
    const plan = await DoctorModel.find({ verification: 'verified', languages: 'yue' })
      .hint(LANGUAGE_INDEX)
      .explain('executionStats');
    expect(plan).toMatchObject({ executionStats: { totalDocsExamined: 1 } });
  });
});

describe('languages that are none', () => {
  test.each<[string, unknown]>([
    ['a code that there is not', ['xx']],
    ['a code in capitals', ['EN']],
    ['one twice', ['en', 'en']],
    ['a pattern', ['.*']],
    ['anchors', ['^e', 'n$']],
    ['a NUL character', ['en\u0000']],
    ['an operator', [{ $gt: '' }]],
    ['a list in the list', [['en']]],
    ['nothing in the list', [null]],
    ['one value', 'en'],
    ['an object like a list', { 0: 'en', length: 1 }],
    ['one more than anybody speaks', SPOKEN_LANGUAGES.slice(0, 21)],
    ['thousands', Array.from({ length: 5000 }, () => 'en')],
  ])('a doctor is refused %s', async (_what, languages) => {
    const reply = await save(languages);
    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([{ path: 'languages' }]);
  });

  test.each(['xx', 'ES', 'es,en', '.*', '', 'es%00', 'e.', '^es'])('a list by "%s" is refused', async (language) => {
    expect((await app.anonymous.get(`/api/doctors?language=${language}`)).status).toBe(400);
  });

  test.each(['language[]=es', 'language[$ne]=es', 'language=es&language=en'])('and by %s', async (query) => {
    expect((await app.anonymous.get(`/api/doctors?${query}`)).status).toBe(400);
  });
});
