import { Double, Long } from 'mongodb';
import { type UpdateCase, updateCases } from './case.js';

const FIELDS: UpdateCase[] = [
  ...updateCases('$set', [
    [{ _id: 1, a: 1 }, { $set: { a: 2, 'b.c': 3 } }, { _id: 1, a: 2, b: { c: 3 } }],
    [{ _id: 1, a: [1, 2] }, { $set: { 'a.1': 5, 'a.3': 6 } }, { _id: 1, a: [1, 5, null, 6] }],
    [{ _id: 1, a: { b: 1 } }, { $set: { a: { c: 1 } } }, { _id: 1, a: { c: 1 } }],
    [{ _id: 1 }, { $set: { z: 1, b: 2 } }, { _id: 1, b: 2, z: 1 }],
  ]),
  ...updateCases('$unset', [
    [{ _id: 1, a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': '', x: '' } }, { _id: 1, b: { d: 2 } }],
    [{ _id: 1, a: [1, 2] }, { $unset: { 'a.0': '' } }, { _id: 1, a: [null, 2] }],
  ]),
  ...updateCases('$inc', [
    [
      { _id: 1, qty: 10, metrics: { orders: 2 } },
      { $inc: { qty: -2, 'metrics.orders': 1, fresh: 5 } },
      { _id: 1, qty: 8, metrics: { orders: 3 }, fresh: 5 },
    ],
  ]),
  ...updateCases('$mul', [
    [{ _id: 1, price: 10.5, qty: 2 }, { $mul: { price: 2, qty: 3, none: 4 } }, { _id: 1, price: 21, qty: 6, none: 0 }],
  ]),
  ...updateCases('$min', [
    [
      { _id: 1, low: 200, high: 800 },
      { $min: { low: 150, high: 900, none: 1 } },
      { _id: 1, low: 150, high: 800, none: 1 },
    ],
  ]),
  ...updateCases('$max', [
    [{ _id: 1, low: 200, high: 800 }, { $max: { low: 150, high: 900 } }, { _id: 1, low: 200, high: 900 }],
  ]),
  ...updateCases('$rename', [
    [
      { _id: 1, nmae: { first: 'g' }, x: 1 },
      { $rename: { nmae: 'name', none: 'other' } },
      { _id: 1, x: 1, name: { first: 'g' } },
    ],
    [{ _id: 1, a: { b: 1 } }, { $rename: { 'a.b': 'c.d' } }, { _id: 1, a: {}, c: { d: 1 } }],
  ]),
];

const ARRAYS: UpdateCase[] = [
  ...updateCases('$push', [
    [{ _id: 1 }, { $push: { a: 1 } }, { _id: 1, a: [1] }],
    [{ _id: 1, a: [1] }, { $push: { a: { $each: [5, 6], $position: 0 } } }, { _id: 1, a: [5, 6, 1] }],
    [{ _id: 1, a: [1, 9] }, { $push: { a: { $each: [5], $position: -1 } } }, { _id: 1, a: [1, 5, 9] }],
    [{ _id: 1, a: [3, 1] }, { $push: { a: { $each: [2], $sort: 1, $slice: -2 } } }, { _id: 1, a: [2, 3] }],
    [
      {
        _id: 1,
        q: [
          { w: 1, s: 9 },
          { w: 2, s: 5 },
        ],
      },
      { $push: { q: { $each: [{ w: 3, s: 7 }], $sort: { s: -1 }, $slice: 2 } } },
      {
        _id: 1,
        q: [
          { w: 1, s: 9 },
          { w: 3, s: 7 },
        ],
      },
    ],
  ]),
  ...updateCases('$addToSet', [
    [{ _id: 1, a: ['x'] }, { $addToSet: { a: { $each: ['x', 'y', 'y'] } } }, { _id: 1, a: ['x', 'y'] }],
    [{ _id: 1, a: ['x'] }, { $addToSet: { a: ['y'] } }, { _id: 1, a: ['x', ['y']] }],
  ]),
  ...updateCases('$pull', [
    [{ _id: 1, a: [3, 5, 6, 7] }, { $pull: { a: { $gte: 6 } } }, { _id: 1, a: [3, 5] }],
    [
      {
        _id: 1,
        a: [
          { i: 'A', s: 5 },
          { i: 'B', s: 8 },
        ],
      },
      { $pull: { a: { s: 8, i: 'B' } } },
      { _id: 1, a: [{ i: 'A', s: 5 }] },
    ],
    [{ _id: 1, a: ['x', 'y'] }, { $pull: { a: { $in: ['x', 'z'] } } }, { _id: 1, a: ['y'] }],
    [{ _id: 1, a: [1, 2, 1] }, { $pull: { a: 1 } }, { _id: 1, a: [2] }],
    [
      { _id: 1, a: [{ l: [{ q: 1, v: 4 }] }, { l: [{ q: 1, v: 6 }] }] },
      { $pull: { a: { l: { $elemMatch: { q: 1, v: { $gte: 5 } } } } } },
      { _id: 1, a: [{ l: [{ q: 1, v: 4 }] }] },
    ],
  ]),
  ...updateCases('$pullAll', [[{ _id: 1, a: [0, 2, 5, 5, 1, 0] }, { $pullAll: { a: [0, 5] } }, { _id: 1, a: [2, 1] }]]),
  ...updateCases('$pop', [
    [{ _id: 1, a: [8, 9, 10], b: [1, 2] }, { $pop: { a: -1, b: 1 } }, { _id: 1, a: [9, 10], b: [1] }],
  ]),
];

const POSITIONS: UpdateCase[] = [
  {
    covers: ['$set'],
    page: 'operator/update/positional',
    docs: [{ _id: 1, grades: [85, 80, 80] }],
    filter: { grades: 80 },
    update: { $set: { 'grades.$': 82 } },
    leaves: [{ _id: 1, grades: [85, 82, 80] }],
  },
  {
    covers: ['$set'],
    page: 'operator/update/positional',
    docs: [
      {
        _id: 4,
        grades: [
          { grade: 80, mean: 75 },
          { grade: 85, mean: 90 },
        ],
      },
    ],
    filter: { grades: { $elemMatch: { grade: { $lte: 90 }, mean: { $gt: 80 } } } },
    update: { $set: { 'grades.$.std': 6 } },
    leaves: [
      {
        _id: 4,
        grades: [
          { grade: 80, mean: 75 },
          { grade: 85, mean: 90, std: 6 },
        ],
      },
    ],
  },
  {
    covers: ['$inc'],
    page: 'operator/update/positional-all',
    docs: [{ _id: 1, a: [1, 2] }],
    update: { $inc: { 'a.$[]': 10 } },
    leaves: [{ _id: 1, a: [11, 12] }],
  },
  {
    covers: ['update.arrayFilters'],
    page: 'operator/update/positional-filtered',
    docs: [
      {
        _id: 1,
        g: [
          { v: 95, m: 1 },
          { v: 102, m: 2 },
        ],
      },
    ],
    update: { $set: { 'g.$[e].m': 100 } },
    options: { arrayFilters: [{ 'e.v': { $gte: 100 } }] },
    leaves: [
      {
        _id: 1,
        g: [
          { v: 95, m: 1 },
          { v: 102, m: 100 },
        ],
      },
    ],
  },
  {
    covers: ['update.arrayFilters'],
    page: 'operator/update/positional-filtered',
    docs: [{ _id: 1, g: [95, 102] }],
    update: { $set: { 'g.$[e]': 100 } },
    options: { arrayFilters: [{ e: { $gt: 100 } }] },
    leaves: [{ _id: 1, g: [95, 100] }],
  },
];

const STAGED = 'command/update/#update-with-an-aggregation-pipeline';
const UPSERTS: UpdateCase[] = [
  {
    covers: ['$setOnInsert', 'update.upsert'],
    page: 'operator/update/setOnInsert',
    docs: [],
    filter: { _id: 1, 'a.b': 2, c: { $gt: 5 } },
    update: { $set: { item: 'x' }, $setOnInsert: { n: 100 } },
    options: { upsert: true },
    leaves: [{ _id: 1, a: { b: 2 }, item: 'x', n: 100 }],
  },
  {
    covers: ['$setOnInsert'],
    page: 'operator/update/setOnInsert',
    docs: [{ _id: 1 }],
    filter: { _id: 1 },
    update: { $setOnInsert: { n: 1 } },
    options: { upsert: true },
    leaves: [{ _id: 1 }],
  },
  {
    covers: ['update.upsert'],
    page: 'method/db.collection.updateOne',
    docs: [],
    filter: { $and: [{ _id: 3 }, { k: { $in: ['one'] } }] },
    update: { $inc: { n: 2 } },
    options: { upsert: true },
    leaves: [{ _id: 3, k: 'one', n: 2 }],
  },
  {
    covers: ['update.multi'],
    page: 'method/db.collection.updateMany',
    docs: [
      { _id: 1, v: 1 },
      { _id: 2, v: 1 },
      { _id: 3, v: 2 },
    ],
    filter: { v: 1 },
    update: { $set: { v: 9 } },
    options: { multi: true },
    leaves: [
      { _id: 1, v: 9 },
      { _id: 2, v: 9 },
      { _id: 3, v: 2 },
    ],
  },
  {
    covers: ['update stage $set'],
    page: STAGED,
    docs: [{ _id: 1, a: 1, b: 2 }],
    update: [{ $set: { sum: { $add: ['$a', '$b'] } } }],
    leaves: [{ _id: 1, a: 1, b: 2, sum: 3 }],
  },
  {
    covers: ['update stage $addFields', 'update stage $unset'],
    page: STAGED,
    docs: [{ _id: 1, a: 1 }],
    update: [{ $addFields: { b: '$a' } }, { $unset: 'a' }],
    leaves: [{ _id: 1, b: 1 }],
  },
  {
    covers: ['update stage $project'],
    page: STAGED,
    docs: [{ _id: 1, a: 1, b: 2 }],
    update: [{ $project: { b: 1 } }],
    leaves: [{ _id: 1, b: 2 }],
  },
  {
    covers: ['update stage $replaceRoot'],
    page: STAGED,
    docs: [{ _id: 1, a: { _id: 1, x: 1 } }],
    update: [{ $replaceRoot: { newRoot: '$a' } }],
    leaves: [{ _id: 1, x: 1 }],
  },
  {
    covers: ['update stage $replaceWith'],
    page: STAGED,
    docs: [{ _id: 1, a: { _id: 1, x: 1 } }],
    update: [{ $replaceWith: '$a' }],
    leaves: [{ _id: 1, x: 1 }],
  },
];

/** With the types of the results, which the driver shows when it does not turn them into plain numbers. */
export const TYPED_UPDATE_CASES: UpdateCase[] = [
  {
    covers: ['$inc'],
    page: 'operator/update/inc',
    docs: [{ _id: 1, a: 2147483647, b: 1, c: new Long(5), d: new Double(5) }],
    update: { $inc: { a: 1, b: new Double(1), c: 1, d: 1 } },
    leaves: [{ _id: 1, a: Long.fromNumber(2147483648), b: new Double(2), c: new Long(6), d: new Double(6) }],
  },
  {
    covers: ['$mul'],
    page: 'operator/update/mul',
    docs: [{ _id: 1, a: 65536, b: 2 }],
    update: { $mul: { a: 65536, b: new Long(3), c: new Long(2), d: new Double(2) } },
    leaves: [{ _id: 1, a: Long.fromNumber(4294967296), b: new Long(6), c: new Long(0), d: new Double(0) }],
  },
  {
    covers: ['$set'],
    page: 'operator/update/set',
    docs: [{ _id: 1, kept: new Double(5), long: new Long(1), a: 1 }],
    update: { $set: { a: 2 } },
    leaves: [{ _id: 1, kept: new Double(5), long: new Long(1), a: 2 }],
  },
];

const DATES: UpdateCase[] = [
  {
    covers: ['$currentDate'],
    page: 'operator/update/currentDate',
    docs: [{ _id: 1, a: 1 }],
    update: { $currentDate: { a: true, b: { $type: 'date' }, c: { $type: 'timestamp' } } },
    leaves: [],
    passes: { a: { $type: 'date' }, b: { $type: 'date', $gt: new Date('2020-01-01') }, c: { $type: 'timestamp' } },
  },
];

export const UPDATE_CASES: UpdateCase[] = [...DATES, ...FIELDS, ...ARRAYS, ...POSITIONS, ...UPSERTS];
