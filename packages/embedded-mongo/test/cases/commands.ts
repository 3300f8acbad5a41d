import { batch, type CommandCase, DOCS, page } from './command-case.js';
import { INDEXES } from './index-commands.js';

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

const WRITES: CommandCase[] = [
  {
    covers: ['insert', 'insert.documents', 'insert.ordered', 'insert.bypassDocumentValidation', 'writeConcern'],
    page: page('insert'),
    docs: DOCS,
    run: [
      [
        {
          insert: 'c',
          documents: [{ _id: 4 }, { _id: 1 }, { _id: 5 }],
          ordered: true,
          bypassDocumentValidation: false,
          writeConcern: { w: 'majority' },
        },
        { n: 1, writeErrors: [{ index: 1, code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 1 } }] },
      ],
      [
        { insert: 'c', documents: [{ _id: 1 }, { _id: 5 }], ordered: false },
        { n: 1, writeErrors: [{ index: 0, code: 11000 }] },
      ],
    ],
  },
  {
    covers: [
      'update',
      'update.updates',
      'update.ordered',
      'update.bypassDocumentValidation',
      'update.q',
      'update.u',
      'update.multi',
      'update.upsert',
      'update.hint',
    ],
    page: page('update'),
    docs: DOCS,
    run: [
      [
        {
          update: 'c',
          updates: [
            { q: { a: 5 }, u: { $inc: { a: 1 } }, multi: true, hint: '_id_' },
            { q: { _id: 9 }, u: { b: 1 }, upsert: true },
          ],
          ordered: true,
          bypassDocumentValidation: true,
        },
        { n: 3, nModified: 2, upserted: [{ index: 1, _id: 9 }] },
      ],
      [
        { update: 'c', updates: [{ q: { _id: 1 }, u: { $set: { _id: 7 } } }] },
        { n: 0, writeErrors: [{ index: 0, code: 66 }] },
      ],
      [
        { update: 'c', updates: [{ q: { _id: 1 }, u: { $set: { a: 6 } } }] },
        { n: 1, nModified: 0 },
      ],
    ],
  },
  {
    covers: ['delete', 'delete.deletes', 'delete.ordered', 'delete.q', 'delete.limit', 'delete.hint'],
    page: page('delete'),
    docs: DOCS,
    run: [
      [
        {
          delete: 'c',
          deletes: [
            { q: { a: 5 }, limit: 1, hint: { _id: 1 } },
            { q: {}, limit: 0 },
          ],
          ordered: false,
        },
        { n: 3 },
      ],
    ],
  },
  {
    covers: [
      'findAndModify',
      'findAndModify.query',
      'findAndModify.sort',
      'findAndModify.remove',
      'findAndModify.update',
      'findAndModify.new',
      'findAndModify.fields',
      'findAndModify.upsert',
      'findAndModify.arrayFilters',
      'findAndModify.hint',
      'findAndModify.bypassDocumentValidation',
    ],
    page: page('findAndModify'),
    docs: DOCS,
    run: [
      [
        {
          findAndModify: 'c',
          query: { a: 5 },
          sort: { _id: -1 },
          update: { $inc: { a: 10 } },
          new: true,
          fields: { _id: 0 },
          hint: '_id_',
        },
        { value: { a: 15 }, lastErrorObject: { n: 1, updatedExisting: true } },
      ],
      [
        { findAndModify: 'c', query: { _id: 1 }, update: { b: [1, 2] }, bypassDocumentValidation: true },
        { value: { _id: 1, a: 5 } },
      ],
      [
        {
          findAndModify: 'c',
          query: { _id: 1 },
          update: { $set: { 'b.$[e]': 0 } },
          arrayFilters: [{ e: 2 }],
          new: true,
        },
        { value: { _id: 1, b: [1, 0] } },
      ],
      [
        { findAndModify: 'c', query: { _id: 8 }, update: { $set: { x: 1 } }, upsert: true, new: true },
        { value: { _id: 8, x: 1 }, lastErrorObject: { updatedExisting: false, upserted: 8 } },
      ],
      [{ findAndModify: 'c', query: { _id: 8 }, remove: true }, { value: { _id: 8, x: 1 } }],
      [{ findAndModify: 'c', query: { _id: 8 }, remove: true }, { value: null }],
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
