import { Double, type Doc, ObjectId, Regex, type Value } from '../../src/bson/types.js';
import { Random } from './random.js';

/** A small world, so that values meet each other often. */
const FIELDS = ['a', 'b', 'c'];
const PATHS = [...FIELDS, 'a.x', 'a.y', 'b.x', 'c.x.y'];

const SCALARS: Value[] = [
  null,
  0,
  1,
  2,
  -1,
  3,
  2.5,
  new Double(1),
  new Double(2),
  1n,
  9_007_199_254_740_993n,
  9_007_199_254_740_992,
  NaN,
  -Infinity,
  '',
  'a',
  'ab',
  'abc',
  'b',
  'a\0b',
  'ü',
  '😀',
  '\uffee',
  true,
  false,
  new Date(0),
  new Date(1000),
  new Date(-5),
  new ObjectId('000000000000000000000001'),
  new ObjectId('000000000000000000000002'),
  new Regex('^a', ''),
];

/** One round's part of that world: few values and paths, so that conditions, documents and indexes are about the same. */
export class Values extends Random {
  readonly scalars: Value[];
  readonly paths: string[];
  /** Half of the rounds know no arrays, so that indexes stay such that sorts and counts may rely on them. */
  readonly arrays: boolean;

  constructor(seed: number) {
    super(seed);
    this.arrays = this.chance(0.5);
    this.scalars = [...Array.from({ length: 5 }, () => this.pick(SCALARS)), 1, 2, new Double(1)];
    this.paths = [
      ...Array.from({ length: 3 }, () => this.pick(PATHS)),
      this.pick(['a.x', 'b']),
      this.pick(['a.y', 'a']),
    ];
  }
}

const scalar = (random: Values): Value => random.pick(random.scalars);

/** Any value, more often a plain one. */
export function value(random: Values, depth = 0): Value {
  const kind = random.next();
  if (depth > 2 || kind < 0.55) return scalar(random);
  if (kind < 0.78 && random.arrays) return random.some(3, () => value(random, depth + 1));
  return fields(random, ['x', 'y'], depth + 1);
}

/** Several documents in an array, of which different ones can meet different conditions. */
const pairs = (random: Values): Value =>
  Array.from(
    { length: 2 },
    () =>
      new Map([
        ['x', scalar(random)],
        ['y', scalar(random)],
      ]),
  );

function fields(random: Values, names: string[], depth = 0): Doc {
  const doc: Doc = new Map();
  for (const name of names) if (random.chance(0.7)) doc.set(name, value(random, depth));
  return doc;
}

export function document(random: Values, id: number): Doc {
  const doc: Doc = new Map([['_id', id as Value], ...fields(random, FIELDS)]);
  return random.arrays && random.chance(0.3) ? doc.set('a', pairs(random)) : doc;
}

const RANGES = ['$gt', '$gte', '$lt', '$lte'];

function operand(random: Values): Value {
  return random.chance(0.8) ? scalar(random) : value(random);
}

function condition(random: Values): Value {
  const kind = random.next();
  if (kind < 0.3) return operand(random);
  const conditions: Doc = new Map();
  for (const operator of [random.pick(RANGES), random.pick(RANGES)])
    if (random.chance(0.6)) conditions.set(operator, scalar(random));
  if (kind < 0.6 && conditions.size > 0) return conditions;
  if (kind < 0.7) return new Map([['$in', random.some(4, () => operand(random))]]);
  if (kind < 0.74)
    return new Map([['$ne', scalar(random)]].map(([k, v]) => [k as string, v instanceof Regex ? 1 : v!] as const));
  if (kind < 0.78) return new Map([['$exists', random.chance(0.5)]]);
  if (kind < 0.82)
    return new Regex(random.pick(['^a', '^ab', '^a?b', 'b', '^', '^a|b', '^.b']), random.pick(['', '', 'i', 's']));
  if (kind < 0.86)
    return new Map([['$type', random.pick<Value>(['string', 'number', 'array', 'null', 'object', 'date'])]]);
  if (kind < 0.9) return new Map([['$size', random.below(3)]]);
  if (kind < 0.95)
    return new Map([
      ['$elemMatch', random.chance(0.5) ? new Map([[random.pick(['x', 'y']), condition(random)]]) : ranges(random)],
    ]);
  return new Map([['$all', random.some(2, () => scalar(random))]]);
}

const ranges = (random: Values): Doc =>
  new Map([
    [random.pick(RANGES), scalar(random)],
    [random.pick(RANGES), scalar(random)],
  ]);

export function filter(random: Values, depth = 0): Doc {
  const doc: Doc = new Map();
  if (random.chance(0.1))
    return new Map([
      ['a.x', scalar(random)],
      ['a.y', scalar(random)],
    ]);
  const count = random.below(3) + (depth === 0 ? 0 : 1);
  for (let at = 0; at < count; at++) doc.set(random.pick(random.paths), condition(random));
  if (depth < 2 && random.chance(0.2)) {
    doc.set(
      random.pick(['$or', '$and', '$nor']),
      Array.from({ length: 1 + random.below(3) }, () => filter(random, depth + 1)),
    );
  }
  return doc;
}

export function keyPattern(random: Values): Doc {
  if (random.chance(0.15))
    return new Map([
      ['a.x', random.pick([1, -1])],
      ['a.y', 1],
    ]);
  const doc: Doc = new Map();
  for (let at = 0; at <= random.below(3); at++) doc.set(random.pick(random.paths), random.pick([1, -1]));
  return doc;
}

function partial(random: Values): Value {
  return random.pick<Value>([
    new Map([['$exists', true]]),
    new Map([['$gt', 0]]),
    new Map([['$lte', 2]]),
    new Map([['$in', [1, 2, 'a']]]),
    1,
    new Map([['$type', 'string']]),
    new Map([['$gte', 'a']]),
  ]);
}

/** The description of an index for `createIndexes`. */
export function index(random: Values, name: string): Doc {
  const doc: Doc = new Map<string, Value>([
    ['name', name],
    ['key', keyPattern(random)],
  ]);
  if (random.chance(0.2)) doc.set('sparse', true);
  else if (random.chance(0.3))
    doc.set('partialFilterExpression', new Map([[random.pick(random.paths), partial(random)]]));
  return doc;
}
