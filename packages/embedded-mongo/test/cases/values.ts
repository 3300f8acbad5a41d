import { Binary, Double, Long, MaxKey, MinKey, ObjectId } from 'mongodb';
import { type FindCase, withValues } from './case.js';

const PATHS = [
  { _id: 1, a: [{ b: 1 }, { b: 5 }] },
  { _id: 2, a: { b: [1, 2] } },
  { _id: 3, a: [] },
  { _id: 4, a: [1, 2] },
  { _id: 5, a: [{ c: 1 }, { b: null }] },
  { _id: 6, a: 7 },
  { _id: 7 },
  { _id: 8, a: [[{ b: 1 }]] },
  { _id: 9, a: { 0: { b: 1 } } },
];

export const WAYS: FindCase[] = [
  { covers: ['$eq'], page: 'operator/query/eq', docs: PATHS, find: { 'a.b': 1 }, gives: [1, 2] },
  { covers: ['$eq'], page: 'operator/query/eq', docs: PATHS, find: { 'a.0.b': 1 }, gives: [1, 8, 9] },
  { covers: ['$eq'], page: 'operator/query/eq', docs: PATHS, find: { 'a.1': 2 }, gives: [4] },
  { covers: ['$eq'], page: 'tutorial/query-for-null-fields', docs: PATHS, find: { 'a.b': null }, gives: [5, 6, 7, 9] },
  {
    covers: ['$gt', '$lt'],
    page: 'tutorial/query-array-of-documents',
    docs: PATHS,
    find: { 'a.b': { $gt: 3, $lt: 4 } },
    gives: [1],
  },
  {
    covers: ['$gt', '$lt'],
    page: 'tutorial/query-arrays',
    docs: PATHS,
    find: { 'a.b': { $gt: 4, $lt: 2 } },
    gives: [1],
  },
  {
    covers: ['$eq'],
    page: 'tutorial/query-for-null-fields',
    docs: withValues('item', [null, undefined, 1, [null], []]),
    find: { item: null },
    gives: [1, 2, 4],
  },
];

const ID = new ObjectId('507f1f77bcf86cd799439011');
const DATE = new Date('2026-01-02T03:04:05.678Z');
const EVERY_TYPE = [
  new MaxKey(),
  /a/,
  DATE,
  true,
  false,
  ID,
  new Binary(Buffer.from('x')),
  [3],
  { a: 1 },
  'text',
  2.5,
  new Long(2),
  1,
  null,
  new MinKey(),
  undefined,
];

export const TYPES: FindCase[] = [
  {
    covers: ['find.sort'],
    page: 'bson-type-comparison-order',
    docs: withValues(
      'v',
      EVERY_TYPE.filter((value) => !Array.isArray(value)),
    ),
    find: {},
    options: { sort: { v: 1 } },
    gives: [14, 13, 15, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
  },
  {
    covers: ['find.sort'],
    page: 'bson-type-comparison-order',
    docs: withValues('a', [[3, 1], [2], 5, [], null, [4, 0]]),
    find: {},
    options: { sort: { a: 1 } },
    gives: [4, 5, 6, 1, 2, 3],
  },
  {
    covers: ['find.sort'],
    page: 'bson-type-comparison-order',
    docs: withValues('a', [[3, 1], [2], 5, [], null, [4, 0]]),
    find: {},
    options: { sort: { a: -1 } },
    gives: [3, 6, 1, 2, 5, 4],
  },
  {
    covers: ['$eq'],
    page: 'bson-type-comparison-order',
    docs: withValues('v', [5, new Double(5), new Long(5), '5']),
    find: { v: 5 },
    gives: [1, 2, 3],
  },
  { covers: ['$eq'], page: 'bson-types', docs: withValues('v', EVERY_TYPE), find: { v: ID }, gives: [6] },
  { covers: ['$eq'], page: 'bson-types', docs: withValues('v', EVERY_TYPE), find: { v: DATE }, gives: [3] },
  {
    covers: ['$eq'],
    page: 'bson-types',
    docs: withValues('v', EVERY_TYPE),
    find: { v: new Binary(Buffer.from('x')) },
    gives: [7],
  },
  {
    covers: ['$gt'],
    page: 'bson-type-comparison-order',
    docs: withValues('s', ['a', 'B', 'é', '😀', '\uffee']),
    find: { s: { $gt: 'a' } },
    options: { sort: { s: 1 } },
    gives: [3, 5, 4],
  },
  {
    covers: ['$gt'],
    page: 'bson-type-comparison-order',
    docs: withValues('n', [Long.fromString('9007199254740993'), 9007199254740992]),
    find: { n: { $gt: 9007199254740992 } },
    gives: [1],
  },
];
