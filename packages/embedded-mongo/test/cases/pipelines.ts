import type { Document } from 'mongodb';
import type { PipelineCase } from './case.js';

const SALES = [
  { _id: 1, item: 'abc', price: 10, quantity: 2, tags: ['x', 'y'], at: new Date('2026-01-01T08:00:00Z') },
  { _id: 2, item: 'jkl', price: 20, quantity: 1, tags: [], at: new Date('2026-02-03T09:00:00Z') },
  { _id: 3, item: 'xyz', price: 5, quantity: 5, at: new Date('2026-02-03T09:05:00Z') },
  { _id: 4, item: 'abc', price: 10, quantity: 10, tags: null, at: new Date('2026-02-15T08:00:00Z') },
];

const stage = (
  name: string,
  pipeline: Document[],
  gives: Document[],
  docs: Document[] = SALES,
  others?: Document[],
): PipelineCase => ({
  covers: [name],
  page: `operator/aggregation/${name.slice(1)}`,
  docs,
  pipeline,
  gives,
  others,
});

const grouped = (accumulator: string, operand: unknown, abc: unknown, jkl: unknown): PipelineCase => ({
  covers: [`accumulator ${accumulator}`],
  page: `operator/aggregation/${accumulator.slice(1)}`,
  docs: SALES,
  pipeline: [
    { $match: { item: { $ne: 'xyz' } } },
    { $sort: { _id: 1 } },
    { $group: { _id: '$item', v: { [accumulator]: operand } } },
    { $sort: { _id: 1 } },
  ],
  gives: [
    { _id: 'abc', v: abc },
    { _id: 'jkl', v: jkl },
  ],
});

const ACCUMULATORS: PipelineCase[] = [
  grouped('$sum', { $multiply: ['$price', '$quantity'] }, 120, 20),
  grouped('$sum', 1, 2, 1),
  grouped('$avg', '$quantity', 6, 1),
  grouped('$avg', '$none', null, null),
  grouped('$min', '$quantity', 2, 1),
  grouped('$max', '$quantity', 10, 1),
  grouped('$first', '$quantity', 2, 1),
  grouped('$last', '$quantity', 10, 1),
  grouped('$push', '$quantity', [2, 10], [1]),
  grouped('$addToSet', '$price', [10], [20]),
  grouped('$count', {}, 2, 1),
];

const PEOPLE = [
  { _id: 1, code: 'a', role: 'x' },
  { _id: 2, code: 'b', role: 'y' },
  { _id: 3, code: null, role: 'z' },
];
const ORDERS = [{ _id: 1, who: 'a' }, { _id: 2, who: ['a', 'b'] }, { _id: 3 }, { _id: 4, who: 'none' }];

const STAGES: PipelineCase[] = [
  stage(
    '$match',
    [{ $match: { price: { $gte: 10 }, quantity: { $lt: 5 } } }, { $project: { item: 1 } }],
    [
      { _id: 1, item: 'abc' },
      { _id: 2, item: 'jkl' },
    ],
  ),
  stage(
    '$sort',
    [{ $sort: { price: -1, quantity: -1 } }, { $project: { price: 1 } }],
    [
      { _id: 2, price: 20 },
      { _id: 4, price: 10 },
      { _id: 1, price: 10 },
      { _id: 3, price: 5 },
    ],
  ),
  stage('$limit', [{ $sort: { _id: 1 } }, { $limit: 1 }, { $project: { _id: 1 } }], [{ _id: 1 }]),
  stage('$skip', [{ $sort: { _id: 1 } }, { $skip: 3 }, { $project: { _id: 1 } }], [{ _id: 4 }]),
  stage(
    '$project',
    [{ $match: { _id: 1 } }, { $project: { _id: 0, item: 1, total: { $multiply: ['$price', '$quantity'] } } }],
    [{ item: 'abc', total: 20 }],
  ),
  stage(
    '$project',
    [{ $match: { _id: 1 } }, { $project: { at: 0, tags: 0 } }],
    [{ _id: 1, item: 'abc', price: 10, quantity: 2 }],
  ),
  stage(
    '$project',
    [{ $project: { 'a.b': 1 } }],
    [{ _id: 1, a: [{ b: 1 }, {}] }],
    [{ _id: 1, a: [{ b: 1, c: 2 }, { c: 3 }, 4] }],
  ),
  stage('$project', [{ $project: { a: { b: '$a.c' } } }], [{ _id: 1, a: { b: 2 } }], [{ _id: 1, a: { b: 1, c: 2 } }]),
  stage(
    '$set',
    [{ $set: { 'a.d': '$a.b', e: 1, f: '$none' } }],
    [{ _id: 1, a: { b: 1, d: 1 }, e: 1 }],
    [{ _id: 1, a: { b: 1 } }],
  ),
  stage(
    '$addFields',
    [{ $addFields: { a: { c: 5 } } }],
    [{ _id: 1, a: [{ b: 1, c: 5 }, { c: 5 }] }],
    [{ _id: 1, a: [{ b: 1 }, 7] }],
  ),
  stage('$unset', [{ $unset: ['a.b', 'c'] }], [{ _id: 1, a: { x: 1 } }], [{ _id: 1, a: { b: 1, x: 1 }, c: 1 }]),
  stage(
    '$unwind',
    [{ $unwind: '$tags' }, { $project: { tags: 1 } }],
    [
      { _id: 1, tags: 'x' },
      { _id: 1, tags: 'y' },
    ],
  ),
  stage(
    '$unwind',
    [
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'n' } },
      { $sort: { _id: 1, n: 1 } },
      { $project: { tags: 1, n: 1 } },
    ],
    [
      { _id: 1, tags: 'x', n: 0 },
      { _id: 1, tags: 'y', n: 1 },
      { _id: 2, n: null },
      { _id: 3, n: null },
      { _id: 4, tags: null, n: null },
    ],
  ),
  stage('$group', [{ $group: { _id: null, n: { $sum: 1 }, top: { $max: '$price' } } }], [{ _id: null, n: 4, top: 20 }]),
  stage(
    '$group',
    [{ $group: { _id: { month: { $month: '$at' } }, n: { $sum: '$quantity' } } }, { $sort: { '_id.month': 1 } }],
    [
      { _id: { month: 1 }, n: 2 },
      { _id: { month: 2 }, n: 16 },
    ],
  ),
  stage('$count', [{ $match: { price: 10 } }, { $count: 'tens' }], [{ tens: 2 }]),
  stage('$count', [{ $match: { price: 11 } }, { $count: 'n' }], []),
  stage(
    '$sortByCount',
    [{ $match: { item: { $ne: 'xyz' } } }, { $sortByCount: '$item' }],
    [
      { _id: 'abc', count: 2 },
      { _id: 'jkl', count: 1 },
    ],
  ),
  stage(
    '$replaceRoot',
    [{ $replaceRoot: { newRoot: { $mergeObjects: [{ x: 0 }, '$a'] } } }],
    [{ x: 1 }],
    [{ _id: 1, a: { x: 1 } }],
  ),
  stage('$replaceWith', [{ $replaceWith: '$a' }], [{ x: 1 }], [{ _id: 1, a: { x: 1 } }]),
  stage(
    '$lookup',
    [
      { $lookup: { from: 'others', localField: 'who', foreignField: 'code', as: 'people' } },
      { $set: { people: '$people._id' } },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 1, who: 'a', people: [1] },
      { _id: 2, who: ['a', 'b'], people: [1, 2] },
      { _id: 3, people: [3] },
      { _id: 4, who: 'none', people: [] },
    ],
    ORDERS,
    PEOPLE,
  ),
  stage(
    '$lookup',
    [
      { $match: { _id: 1 } },
      {
        $lookup: {
          from: 'others',
          localField: 'who',
          foreignField: 'code',
          pipeline: [{ $project: { _id: 0, role: 1 } }],
          as: 'p',
        },
      },
    ],
    [{ _id: 1, who: 'a', p: [{ role: 'x' }] }],
    ORDERS,
    PEOPLE,
  ),
  stage(
    '$facet',
    [{ $facet: { n: [{ $count: 'n' }], top: [{ $sort: { price: -1 } }, { $limit: 1 }, { $project: { price: 1 } }] } }],
    [{ n: [{ n: 4 }], top: [{ _id: 2, price: 20 }] }],
  ),
];

export const PIPELINE_CASES: PipelineCase[] = [...STAGES, ...ACCUMULATORS];
