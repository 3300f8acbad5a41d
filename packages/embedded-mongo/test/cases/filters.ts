import { Double, Long } from 'mongodb';
import { type FindCase, queryCases, withValues } from './case.js';
import { TYPES, WAYS } from './values.js';

const INVENTORY = [
  { _id: 1, item: { name: 'ab', code: '123' }, qty: 15, tags: ['A', 'B', 'C'] },
  { _id: 2, item: { name: 'cd', code: '123' }, qty: 20, tags: ['B'] },
  { _id: 3, item: { name: 'ij', code: '456' }, qty: 25, tags: ['A', 'B'] },
  { _id: 4, item: { name: 'xy', code: '456' }, qty: 30, tags: ['B', 'A'] },
  { _id: 5, item: { name: 'mn', code: '000' }, qty: 20, tags: [['A', 'B'], 'C'] },
];

const SURVEY = [
  {
    _id: 1,
    results: [
      { product: 'abc', score: 10 },
      { product: 'xyz', score: 5 },
    ],
  },
  {
    _id: 2,
    results: [
      { product: 'abc', score: 8 },
      { product: 'xyz', score: 7 },
    ],
  },
  {
    _id: 3,
    results: [
      { product: 'abc', score: 7 },
      { product: 'xyz', score: 8 },
    ],
  },
  {
    _id: 4,
    results: [
      { product: 'abc', score: 7 },
      { product: 'def', score: 8 },
    ],
  },
  { _id: 5, results: { product: 'xyz' } },
];

const SKUS = withValues('sku', ['abc123', 'abc789', 'xyz456', 'xyz789', 'Abc789', 'a\nabc', null, 5]);

const COMPARISON: FindCase[] = [
  ...queryCases('$eq', INVENTORY, [
    [{ qty: { $eq: 20 } }, [2, 5]],
    [{ 'item.name': { $eq: 'ab' } }, [1]],
    [{ tags: { $eq: 'B' } }, [1, 2, 3, 4]],
    [{ tags: { $eq: ['A', 'B'] } }, [3, 5]],
    [{ item: { name: 'ab', code: '123' } }, [1]],
    [{ item: { code: '123', name: 'ab' } }, []],
  ]),
  ...queryCases('$ne', INVENTORY, [
    [{ qty: { $ne: 20 } }, [1, 3, 4]],
    [{ tags: { $ne: 'A' } }, [2, 5]],
    [{ missing: { $ne: 1 } }, [1, 2, 3, 4, 5]],
    [{ missing: { $ne: null } }, []],
  ]),
  ...queryCases('$gt', INVENTORY, [
    [{ qty: { $gt: 20 } }, [3, 4]],
    [{ qty: { $gt: '20' } }, []],
    [{ tags: { $gt: 'B' } }, [1, 5]],
  ]),
  ...queryCases('$gte', INVENTORY, [
    [{ qty: { $gte: 20 } }, [2, 3, 4, 5]],
    [{ missing: { $gte: null } }, [1, 2, 3, 4, 5]],
  ]),
  ...queryCases('$lt', INVENTORY, [
    [{ qty: { $lt: 20 } }, [1]],
    [{ qty: { $lt: NaN } }, []],
    [{ 'item.code': { $lt: '1' } }, [5]],
  ]),
  ...queryCases('$lte', INVENTORY, [[{ qty: { $lte: 20 } }, [1, 2, 5]]]),
  ...queryCases('$in', INVENTORY, [
    [{ qty: { $in: [15, 25] } }, [1, 3]],
    [{ tags: { $in: ['C', 'Z'] } }, [1, 5]],
    [{ 'item.name': { $in: [/^a/, 'xy'] } }, [1, 4]],
    [{ missing: { $in: [null] } }, [1, 2, 3, 4, 5]],
    [{ qty: { $in: [] } }, []],
  ]),
  ...queryCases('$nin', INVENTORY, [
    [{ qty: { $nin: [15, 20] } }, [3, 4]],
    [{ missing: { $nin: [5] } }, [1, 2, 3, 4, 5]],
  ]),
];

const LOGICAL: FindCase[] = [
  ...queryCases('$and', INVENTORY, [
    [{ $and: [{ qty: { $gt: 15 } }, { tags: 'A' }] }, [3, 4]],
    [{ $and: [{ qty: { $ne: 20 } }, { qty: { $exists: true } }] }, [1, 3, 4]],
  ]),
  ...queryCases('$or', INVENTORY, [[{ $or: [{ qty: { $lt: 20 } }, { 'item.name': 'xy' }] }, [1, 4]]]),
  ...queryCases('$nor', INVENTORY, [[{ $nor: [{ qty: 20 }, { tags: 'C' }] }, [3, 4]]]),
  ...queryCases('$not', INVENTORY, [
    [{ qty: { $not: { $gt: 20 } } }, [1, 2, 5]],
    [{ 'item.name': { $not: /^[ac]/ } }, [3, 4, 5]],
  ]),
  ...queryCases(
    '$expr',
    [
      { _id: 1, spent: 5, budget: 4 },
      { _id: 2, spent: 3, budget: 4 },
    ],
    [[{ $expr: { $gt: ['$spent', '$budget'] } }, [1]]],
  ),
  ...queryCases('$comment', INVENTORY, [[{ qty: 15, $comment: 'why' }, [1]]]),
];

const ELEMENT: FindCase[] = [
  ...queryCases('$exists', withValues('a', [5, null, undefined, [], { b: 1 }]), [
    [{ a: { $exists: true } }, [1, 2, 4, 5]],
    [{ a: { $exists: false } }, [3]],
    [{ 'a.b': { $exists: true } }, [5]],
    [{ a: { $exists: 0 } }, [3]],
  ]),
  ...queryCases(
    '$type',
    withValues('zip', ['1', 2, new Double(3), new Long(4), [5, '6'], null, undefined, { a: 1 }, [[1]], true]),
    [
      [{ zip: { $type: 2 } }, [1, 5]],
      [{ zip: { $type: 'string' } }, [1, 5]],
      [{ zip: { $type: 'number' } }, [2, 3, 4, 5]],
      [{ zip: { $type: ['double', 'bool'] } }, [3, 10]],
      [{ zip: { $type: 'int' } }, [2, 5]],
      [{ zip: { $type: 'long' } }, [4]],
      [{ zip: { $type: 'array' } }, [5, 9]],
      [{ zip: { $type: 'null' } }, [6]],
      [{ zip: { $type: 'object' } }, [8]],
    ],
  ),
  ...queryCases('$mod', withValues('qty', [0, 5, 12, -5, 4.5, '12']), [
    [{ qty: { $mod: [4, 0] } }, [1, 3, 5]],
    [{ qty: { $mod: [4, -1] } }, [4]],
  ]),
  ...queryCases('$regex', SKUS, [
    [{ sku: { $regex: /789$/ } }, [2, 4, 5]],
    [{ sku: { $regex: '^abc', $options: 'i' } }, [1, 2, 5]],
    [{ sku: /^abc/ }, [1, 2]],
    [{ sku: { $regex: '^abc', $options: 'm' } }, [1, 2, 6]],
    [{ sku: { $regex: 'a.a', $options: 's' } }, [6]],
    [{ sku: { $in: [/^x/, 5] } }, [3, 4, 8]],
  ]),
  {
    covers: ['$options'],
    page: 'operator/query/regex',
    docs: SKUS,
    find: { sku: { $regex: 'ABC1', $options: 'i' } },
    gives: [1],
  },
];

const ARRAY: FindCase[] = [
  ...queryCases('$all', INVENTORY, [
    [{ tags: { $all: ['A', 'B'] } }, [1, 3, 4]],
    [{ tags: { $all: [['A', 'B']] } }, [3, 5]],
    [{ tags: { $all: [] } }, []],
    [{ qty: { $all: [20] } }, [2, 5]],
  ]),
  ...queryCases('$all', SURVEY, [
    [
      { results: { $all: [{ $elemMatch: { score: 7 } }, { $elemMatch: { product: 'abc', score: { $lt: 9 } } }] } },
      [2, 3, 4],
    ],
  ]),
  ...queryCases('$elemMatch', withValues('results', [[82, 85, 88], [75, 88, 89], [[82]]]), [
    [{ results: { $elemMatch: { $gte: 80, $lt: 85 } } }, [1]],
  ]),
  ...queryCases('$elemMatch', SURVEY, [
    [{ results: { $elemMatch: { product: 'xyz', score: { $gte: 8 } } } }, [3]],
    [{ results: { $elemMatch: { product: 'xyz' } } }, [1, 2, 3]],
    [{ results: { $elemMatch: { $or: [{ product: 'def' }, { score: 10 }] } } }, [1, 4]],
  ]),
  ...queryCases('$size', withValues('a', [[], [1], [[1, 2]], [1, 2], 2]), [
    [{ a: { $size: 1 } }, [2, 3]],
    [{ a: { $size: 0 } }, [1]],
  ]),
];

export const FILTER_CASES: FindCase[] = [...COMPARISON, ...LOGICAL, ...ELEMENT, ...ARRAY, ...WAYS, ...TYPES];
