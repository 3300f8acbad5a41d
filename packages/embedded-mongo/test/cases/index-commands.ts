import type { Document } from 'mongodb';
import { batch, type CommandCase, DOCS, page } from './command-case.js';

const index = (options: Document): Document => ({ name: 'i', key: { a: 1 }, ...options });

export const INDEXES: CommandCase[] = [
  {
    covers: [
      'createIndexes',
      'createIndexes.indexes',

      'listIndexes',
      'listIndexes.cursor',
      'dropIndexes',
      'dropIndexes.index',
      'index option key',
      'index option name',
      'index option v',
      'index option background',
    ],
    page: page('createIndexes'),
    docs: DOCS,
    run: [
      [
        { createIndexes: 'c', indexes: [index({ v: 2, background: true })] },
        { numIndexesBefore: 1, numIndexesAfter: 2 },
      ],
      [
        { createIndexes: 'c', indexes: [index({})] },
        { numIndexesBefore: 2, numIndexesAfter: 2 },
      ],
      [
        { listIndexes: 'c', cursor: {} },
        batch({ v: 2, key: { _id: 1 }, name: '_id_' }, { v: 2, key: { a: 1 }, name: 'i' }),
      ],
      [
        { createIndexes: 'c', indexes: [index({ key: { b: 1 } })] },
        { ok: 0, code: 86 },
      ],
      [
        { createIndexes: 'c', indexes: [index({ name: 'other' })] },
        { ok: 0, code: 85 },
      ],
      [{ dropIndexes: 'c', index: 'i' }, { nIndexesWas: 2 }],
      [
        { dropIndexes: 'c', index: 'i' },
        { ok: 0, code: 27 },
      ],
    ],
  },
  {
    covers: ['index option unique'],
    page: 'core/index-unique',
    docs: DOCS,
    run: [
      [
        { createIndexes: 'c', indexes: [index({ unique: true })] },
        { ok: 0, code: 11000 },
      ],
      [{ listIndexes: 'c' }, batch({ name: '_id_' })],
    ],
  },
  {
    covers: ['index option sparse', 'index option unique'],
    page: 'core/index-sparse',
    docs: [{ _id: 1 }, { _id: 2 }, { _id: 3, a: 1 }],
    run: [
      [{ createIndexes: 'c', indexes: [index({ sparse: true, unique: true })] }, { ok: 1 }],
      [
        { insert: 'c', documents: [{ _id: 4 }, { _id: 5, a: 1 }] },
        { n: 1, writeErrors: [{ index: 1, code: 11000, keyValue: { a: 1 } }] },
      ],
    ],
  },
  {
    covers: ['index option partialFilterExpression'],
    page: 'core/index-partial',
    docs: [],
    run: [
      [
        {
          createIndexes: 'c',
          indexes: [
            index({
              unique: true,
              partialFilterExpression: {
                $and: [{ s: { $in: ['x', 'y'] } }, { n: { $gt: 1, $type: 'int', $exists: true } }],
              },
            }),
          ],
        },
        { ok: 1 },
      ],
      [
        {
          insert: 'c',
          documents: [
            { a: 1, s: 'x', n: 2 },
            { a: 1, s: 'z', n: 2 },
            { a: 1, s: 'y', n: 1 },
            { a: 1, s: 'y', n: 3 },
          ],
        },
        { n: 3, writeErrors: [{ index: 3, code: 11000 }] },
      ],
    ],
  },
  {
    covers: ['index option expireAfterSeconds'],
    page: 'core/index-ttl',
    docs: DOCS,
    run: [
      [{ createIndexes: 'c', indexes: [index({ expireAfterSeconds: 60 })] }, { ok: 1 }],
      [{ listIndexes: 'c' }, batch({ name: '_id_' }, { name: 'i', expireAfterSeconds: 60 })],
    ],
  },
];
