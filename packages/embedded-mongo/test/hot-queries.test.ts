import type { Document, MongoClient, Sort } from 'mongodb';
import { MongoClient as Client } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInTempDirectory } from './embedded.js';

/** The shapes of the queries that the API asks all the time, on collections with its indexes. */
interface Hot {
  asks: string;
  collection: string;
  filter: Document;
  sort?: Sort;
  limit?: number;
  index: string;
  /** The most documents that may be looked at. */
  looksAt: number;
}

const ACTIVE = ['pending', 'scheduled', 'rescheduled'];
const active = { unique: true, partialFilterExpression: { status: { $in: ACTIVE } } };

const inPlace = (field: string): Document => ({
  unique: true,
  partialFilterExpression: { status: { $in: ACTIVE }, [field]: { $type: 'number' } },
});

const INDEXES: Record<string, [keys: Document, options?: Document][]> = {
  accounts: [
    [{ email: 1, role: 1 }, { unique: true }],
    [{ role: 1, verification: 1, name: 1, _id: 1 }],
    [{ role: 1, verification: 1, rating: -1, _id: 1 }],
    [{ role: 1, verification: 1, searchKeys: 1 }],
  ],
  appointments: [
    [{ doctorId: 1, doctorCells: 1 }, active],
    [{ patientId: 1, patientCells: 1 }, active],
    [{ patientId: 1, place: 1 }, inPlace('place')],
    [{ patientId: 1, doctorId: 1, doctorPlace: 1 }, inPlace('doctorPlace')],
    [{ doctorId: 1, startsAt: 1, _id: 1 }],
    [{ patientId: 1, startsAt: 1, _id: 1 }],
    [{ doctorId: 1, patientId: 1, status: 1 }],
    [{ status: 1, startsAt: 1 }],
    [{ status: 1, answerBy: 1 }],
    [{ 'outbox.since': 1 }, { partialFilterExpression: { 'outbox.since': { $type: 'date' } } }],
  ],
  messages: [
    [{ conversationId: 1, seq: 1 }, { unique: true }],
    [{ senderId: 1, clientId: 1 }, { unique: true }],
  ],
  conversations: [[{ doctorId: 1, lastAt: -1 }]],
  calls: [[{ participants: 1, startedAt: -1 }], [{ state: 1, ringsUntil: 1 }]],
  reviews: [[{ doctorId: 1, createdAt: -1, _id: -1 }]],
};

const listed = { role: 'doctor', verification: 'verified' };
const day = (n: number): Date => new Date(Date.UTC(2026, 0, n));

const HOT: Hot[] = [
  {
    asks: 'sign in',
    collection: 'accounts',
    filter: { email: 'p7@x', role: 'patient' },
    index: 'email_1_role_1',
    looksAt: 1,
  },
  { asks: 'an account', collection: 'accounts', filter: { _id: 7 }, index: '_id_', looksAt: 1 },
  { asks: 'some accounts', collection: 'accounts', filter: { _id: { $in: [7, 8, 9] } }, index: '_id_', looksAt: 3 },
  {
    asks: 'doctors by name, a page',
    collection: 'accounts',
    filter: listed,
    sort: { name: 1, _id: 1 },
    limit: 21,
    index: 'role_1_verification_1_name_1__id_1',
    looksAt: 21,
  },
  {
    asks: 'doctors by rating, a page',
    collection: 'accounts',
    filter: { ...listed, suspendedAt: null },
    sort: { rating: -1, _id: 1 },
    limit: 21,
    index: 'role_1_verification_1_rating_-1__id_1',
    looksAt: 21,
  },
  {
    asks: "whether a doctor's cells are free",
    collection: 'appointments',
    filter: { doctorId: 1, status: { $in: ACTIVE }, doctorCells: { $in: [10, 11] } },
    index: 'doctorId_1_doctorCells_1',
    looksAt: 2,
  },
  {
    asks: "a doctor's visits of two weeks",
    collection: 'appointments',
    filter: { doctorId: 1, startsAt: { $gte: day(1), $lt: day(15) } },
    sort: { startsAt: 1, _id: 1 },
    index: 'doctorId_1_startsAt_1__id_1',
    looksAt: 14,
  },
  {
    asks: "a patient's next visits",
    collection: 'appointments',
    filter: { patientId: 2, startsAt: { $gte: day(1) } },
    sort: { startsAt: 1, _id: 1 },
    limit: 5,
    index: 'patientId_1_startsAt_1__id_1',
    looksAt: 5,
  },
  {
    asks: 'whether a doctor treats a patient',
    collection: 'appointments',
    filter: { doctorId: 1, patientId: 1, status: { $in: ACTIVE } },
    limit: 1,
    index: 'doctorId_1_patientId_1_status_1',
    looksAt: 12,
  },
  {
    asks: "a patient's active visits",
    collection: 'appointments',
    filter: { patientId: 2, status: { $in: ACTIVE } },
    index: 'patientId_1_patientCells_1',
    looksAt: 20,
  },
  {
    asks: 'requests that were not answered in time',
    collection: 'appointments',
    filter: { status: 'pending', answerBy: { $lte: day(2) } },
    index: 'status_1_answerBy_1',
    looksAt: 40,
  },
  {
    asks: 'events that nobody was told of, oldest first',
    collection: 'appointments',
    filter: {
      'outbox.since': { $type: 'date' },
      'outbox.leaseUntil': { $not: { $gt: day(2) } },
      'outbox.retryAt': { $not: { $gt: day(2) } },
    },
    sort: { 'outbox.since': 1 },
    limit: 50,
    index: 'outbox.since_1',
    looksAt: 50,
  },
  {
    asks: 'the last messages of a pair',
    collection: 'messages',
    filter: { conversationId: 3, seq: { $lt: 90 } },
    sort: { seq: -1 },
    limit: 30,
    index: 'conversationId_1_seq_1',
    looksAt: 30,
  },
  {
    asks: 'whether a message was sent before',
    collection: 'messages',
    filter: { senderId: 3, clientId: 'c42' },
    index: 'senderId_1_clientId_1',
    looksAt: 1,
  },
  {
    asks: 'conversations, latest first',
    collection: 'conversations',
    filter: { doctorId: 1 },
    sort: { lastAt: -1 },
    limit: 20,
    index: 'doctorId_1_lastAt_-1',
    looksAt: 20,
  },
  {
    asks: 'calls that ring too long',
    collection: 'calls',
    filter: { state: 'ringing', ringsUntil: { $lte: day(3) } },
    index: 'state_1_ringsUntil_1',
    looksAt: 30,
  },
  {
    asks: "one's calls",
    collection: 'calls',
    filter: { participants: 5 },
    index: 'participants_1_startedAt_-1',
    looksAt: 30,
  },
  {
    asks: 'reviews, latest first',
    collection: 'reviews',
    filter: { doctorId: 4 },
    sort: { createdAt: -1, _id: -1 },
    limit: 10,
    index: 'doctorId_1_createdAt_-1__id_-1',
    looksAt: 10,
  },
];

const MAKE: Record<string, (n: number) => Document> = {
  accounts: (n) => ({
    _id: n,
    email: `p${n}@x`,
    role: n % 2 ? 'patient' : 'doctor',
    verification: 'verified',
    name: `N${n % 100}`,
    rating: n % 5,
    searchKeys: [`w${n}`, `v${n % 100}`, `#s${n % 4}`],
  }),
  appointments: (n) => ({
    _id: n,
    doctorId: n % 50,
    patientId: n % 37,
    status: [...ACTIVE, 'completed'][n % 4],
    startsAt: day(1 + (n % 28)),
    doctorCells: [2 * Math.floor(n / 50), 2 * Math.floor(n / 50) + 1],
    patientCells: [2 * n, 2 * n + 1],
    outbox: { since: n % 40 ? null : day(1 + (n % 28)), leaseUntil: null, retryAt: null },
  }),
  messages: (n) => ({
    _id: n,
    conversationId: n % 10,
    seq: Math.floor(n / 10),
    senderId: n % 20,
    clientId: `c${Math.floor(n / 20)}`,
  }),
  conversations: (n) => ({ _id: n, doctorId: n % 20, lastAt: day(1 + (n % 20)) }),
  calls: (n) => ({
    _id: n,
    participants: [n % 100, (n + 1) % 100],
    state: n % 50 ? 'ended' : 'ringing',
    startedAt: day(n % 28),
    ringsUntil: day(n % 28),
  }),
  reviews: (n) => ({ _id: n, doctorId: n % 20, createdAt: day(n % 28) }),
};

let mongo: Awaited<ReturnType<typeof startInTempDirectory>>;
let client: MongoClient;

beforeAll(async () => {
  mongo = await startInTempDirectory();
  client = await Client.connect(mongo.uri);
  for (const [name, indexes] of Object.entries(INDEXES)) {
    for (const [keys, options] of indexes)
      await client
        .db()
        .collection(name)
        .createIndex(keys as Record<string, 1>, options);
    await client
      .db()
      .collection<Document>(name)
      .insertMany(Array.from({ length: 1000 }, (_, n) => MAKE[name]!(n)));
  }
});

afterAll(async () => {
  await client.close();
  await mongo.stop();
});

interface Stage {
  stage: string;
  indexName?: string;
  inputStage?: Stage;
}

const stages = (stage: Stage): Stage[] => [stage, ...(stage.inputStage ? stages(stage.inputStage) : [])];

describe("the API's hot queries are answered by an index", () => {
  it.each(HOT.map((hot) => [hot.asks, hot] as const))(
    '%s',
    async (_asks, { collection, filter, sort, limit, index, looksAt }) => {
      const cursor = client.db().collection(collection).find(filter, { sort, limit });
      const explained = await cursor.explain('executionStats');
      const plan = stages((explained['queryPlanner'] as { winningPlan: Stage }).winningPlan);
      expect(plan.map(({ stage }) => stage)).not.toContain('COLLSCAN');
      expect(plan.map(({ stage }) => stage)).not.toContain('SORT');
      expect(plan.find(({ indexName }) => indexName)!.indexName).toBe(index);
      expect((explained['executionStats'] as { totalDocsExamined: number }).totalDocsExamined).toBeLessThanOrEqual(
        looksAt,
      );
    },
  );
});

it('doctors are counted by the index alone', async () => {
  const explained = await client
    .db()
    .command({ explain: { count: 'accounts', query: listed }, verbosity: 'executionStats' });
  expect(explained['executionStats']).toMatchObject({ nReturned: 500, totalDocsExamined: 0 });
});

it.each([
  ['words', { searchKeys: { $in: ['w8', 'w10'] } }, 2],
  ['the beginning of a word', { searchKeys: { $elemMatch: { $gte: 'w99', $lt: 'w99\u{10ffff}' } } }, 5],
  ['two words', { $and: [{ searchKeys: { $in: ['w8'] } }, { searchKeys: { $in: ['#s0'] } }] }, 1],
  ['doctors without keys', { searchKeys: null }, 0],
])('a search for %s, in any order, looks at those alone who have them', async (_what, keys, looksAt) => {
  const cursor = client
    .db()
    .collection('accounts')
    .find({ $and: [listed, keys] }, { sort: { name: 1, _id: 1 } });
  const explained = await cursor.hint({ role: 1, verification: 1, searchKeys: 1 }).explain('executionStats');
  expect((explained['executionStats'] as { totalDocsExamined: number }).totalDocsExamined).toBe(looksAt);
});
