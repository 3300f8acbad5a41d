import { type CommandCase, DOCS, page } from './command-case.js';

export const WRITES: CommandCase[] = [
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
