import { batch, type CommandCase, DOCS, page } from './command-case.js';
import { INDEXES } from './index-commands.js';
import { WRITES } from './write-commands.js';

const READS: CommandCase[] = [
  {
    covers: [
      'find',
      'find.filter',
      'find.sort',
      'find.projection',
      'find.skip',
      'find.limit',
      'find.singleBatch',
      'find.allowDiskUse',
      'comment',
      'maxTimeMS',
      'readConcern',
    ],
    page: page('find'),
    docs: DOCS,
    run: [
      [
        {
          find: 'c',
          filter: { a: { $gte: 5 } },
          sort: { _id: -1 },
          projection: { a: 1, _id: 0 },
          skip: 1,
          limit: 2,
          singleBatch: true,
          allowDiskUse: false,
          comment: 'x',
          maxTimeMS: 60_000,
          readConcern: { level: 'local' },
        },
        batch({ a: 6 }, { a: 5 }),
      ],
      [{ find: 'c', projection: { a: { $slice: 1 } }, filter: { _id: 1 } }, batch({ _id: 1, a: 5 })],
    ],
  },
  {
    covers: [
      'find.batchSize',
      'getMore',
      'getMore.collection',
      'getMore.batchSize',
      'killCursors',
      'killCursors.cursors',
    ],
    page: page('getMore'),
    docs: DOCS,
    run: [
      [{ find: 'c', batchSize: 1 }, batch(DOCS[0]!)],
      [{ getMore: 'CURSOR', collection: 'c', batchSize: 1 }, { cursor: { nextBatch: [DOCS[1]!] } }],
      [{ killCursors: 'c', cursors: ['CURSOR'] }, { cursorsKilled: ['CURSOR'] }],
    ],
  },
  {
    covers: ['find.hint', 'count.hint', 'aggregate.hint'],
    page: page('find'),
    docs: DOCS,
    run: [
      [{ find: 'c', hint: '_id_', filter: { a: 6 } }, batch(DOCS[1]!)],
      [{ count: 'c', hint: { _id: 1 } }, { n: 3 }],
      [{ aggregate: 'c', pipeline: [{ $match: { a: 6 } }], cursor: {}, hint: { _id: 1 } }, batch(DOCS[1]!)],
    ],
  },
  {
    covers: ['count', 'count.query', 'count.limit', 'count.skip'],
    page: page('count'),
    docs: DOCS,
    run: [
      [{ count: 'c', query: { a: 5 } }, { n: 2 }],
      [{ count: 'c', query: { a: 5 }, skip: 1, limit: 5 }, { n: 1 }],
      [{ count: 'c' }, { n: 3 }],
    ],
  },
  {
    covers: ['distinct', 'distinct.key', 'distinct.query'],
    page: page('distinct'),
    docs: [
      { _id: 1, a: [1, 2] },
      { _id: 2, a: { b: 1 } },
      { _id: 3, a: 2 },
    ],
    run: [
      [{ distinct: 'c', key: 'a', query: { _id: { $ne: 2 } } }, { values: [1, 2] }],
      [{ distinct: 'c', key: 'a.b' }, { values: [1] }],
    ],
  },
  {
    covers: ['aggregate', 'aggregate.pipeline', 'aggregate.cursor', 'aggregate.allowDiskUse'],
    page: page('aggregate'),
    docs: DOCS,
    run: [
      [
        {
          aggregate: 'c',
          pipeline: [{ $match: { a: 5 } }, { $sort: { _id: -1 } }, { $skip: 1 }, { $limit: 1 }],
          cursor: { batchSize: 5 },
          allowDiskUse: true,
        },
        batch(DOCS[0]!),
      ],
    ],
  },
  {
    covers: ['explain', 'explain.verbosity'],
    page: page('explain'),
    docs: DOCS,
    run: [
      [
        { explain: { find: 'c', filter: { a: 5 } }, verbosity: 'executionStats' },
        { executionStats: { nReturned: 2, totalDocsExamined: 3 } },
      ],
      [{ explain: { find: 'c', filter: { _id: 1 } }, verbosity: 'queryPlanner' }, { ok: 1 }],
    ],
  },
];

const OTHERS: CommandCase[] = [
  {
    covers: ['hello', 'isMaster'],
    page: page('hello'),
    docs: [],
    run: [
      [
        { hello: 1, helloOk: true },
        { isWritablePrimary: true, maxBsonObjectSize: 16777216 },
      ],
      [{ isMaster: 1 }, { ismaster: true }],
    ],
  },
  {
    covers: ['ping', 'buildInfo', 'endSessions'],
    page: page('ping'),
    docs: [],
    run: [
      [{ ping: 1 }, { ok: 1 }],
      [{ buildInfo: 1 }, { bits: 64 }],
      [{ endSessions: [] }, { ok: 1 }],
    ],
  },
  {
    covers: [
      'create',
      'drop',
      'listCollections',
      'listCollections.filter',
      'listCollections.nameOnly',
      'listCollections.cursor',
      'listCollections.authorizedCollections',
      'dropDatabase',
    ],
    page: page('create'),
    docs: DOCS,
    run: [
      [{ create: 'd' }, { ok: 1 }],
      [
        { listCollections: 1, filter: { name: 'd' }, nameOnly: true, cursor: {}, authorizedCollections: true },
        batch({ name: 'd', type: 'collection' }),
      ],
      [{ drop: 'd' }, { ok: 1, nIndexesWas: 1 }],
      [{ listCollections: 1, filter: { name: 'd' } }, batch()],
      [{ dropDatabase: 1 }, { ok: 1 }],
      [{ count: 'c' }, { n: 0 }],
    ],
  },
];

export const COMMAND_CASES: CommandCase[] = [...READS, ...WRITES, ...INDEXES, ...OTHERS];
