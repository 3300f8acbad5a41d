import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Doc, isDoc, type Value } from '../src/bson/types.js';
import * as supports from '../src/supports.js';
import { COMMAND_CASES } from './cases/commands.js';
import { EXPRESSION_CASES } from './cases/expressions.js';
import { FILTER_CASES } from './cases/filters.js';
import { PIPELINE_CASES } from './cases/pipelines.js';
import { TYPED_UPDATE_CASES, UPDATE_CASES } from './cases/updates.js';
import { type Direct, openDirect } from './fuzz/memory-database.js';

/** Fields that cannot change an answer; that they are taken is shown by the drivers, which send them. */
const WITHOUT_EFFECT = [
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  ...['hello', 'isMaster'].flatMap((name) => supports.COMMANDS[name as 'hello'].map((field) => `${name}.${field}`)),
];

const covered = (cases: { covers: string[] }[]): Set<string> => new Set(cases.flatMap(({ covers }) => covers));

const statements = Object.entries(supports.STATEMENT_FIELDS).flatMap(([name, fields]) =>
  fields.map((field) => `${name}.${field}`),
);
const commands = Object.entries(supports.COMMANDS).flatMap(([name, fields]) => [
  name,
  ...fields.map((field) => `${name}.${field}`),
]);

const FAMILIES: [string, Set<string>, readonly string[]][] = [
  [
    'command or field',
    covered([...COMMAND_CASES, ...UPDATE_CASES]),
    [...commands, ...statements, ...supports.COMMON_FIELDS],
  ],
  ['index option', covered(COMMAND_CASES), supports.INDEX_OPTIONS.map((name) => `index option ${name}`)],
  ['filter operator', covered(FILTER_CASES), [...supports.LOGICAL_OPERATORS, ...supports.FILTER_OPERATORS]],
  ['update operator', covered([...UPDATE_CASES, ...TYPED_UPDATE_CASES]), supports.UPDATE_OPERATORS],
  ['update stage', covered(UPDATE_CASES), supports.UPDATE_STAGES.map((name) => `update stage ${name}`)],
  ['stage', covered(PIPELINE_CASES), supports.STAGES],
  ['accumulator', covered(PIPELINE_CASES), supports.ACCUMULATORS.map((name) => `accumulator ${name}`)],
  ['expression', covered(EXPRESSION_CASES), supports.EXPRESSIONS],
];

describe('each entry of the support list has a case', () => {
  it.each(FAMILIES)('%s', (_family, cases, entries) => {
    expect(entries.filter((entry) => !cases.has(entry) && !WITHOUT_EFFECT.includes(entry))).toEqual([]);
  });
});

let db: Direct;

beforeAll(async () => {
  db = openDirect();
  await db.must({ insert: 'c', documents: [new Map([['_id', 1]])] });
});

afterAll(() => db.close());

const set = (name: string, value: Value): Doc => new Map([[name, value]]);

/** Sends a command that has to be refused, and makes sure that it did nothing. */
async function refusal(fields: Record<string, Value>): Promise<unknown> {
  const reply = await db.run(fields);
  expect(reply.get('ok')).toBe(0);
  expect(reply.get('errmsg')).toContain(named(fields));
  expect((await db.must({ count: 'c' })).get('n')).toBe(1);
  return reply.get('code');
}

/** The name that the refusal has to say: the innermost one that starts with $, or else the last field. */
function named(fields: Record<string, Value>): string {
  const names: string[] = [];
  const walk = (value: Value): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (isDoc(value))
      for (const [name, inner] of value) {
        names.push(name);
        walk(inner);
      }
  };
  Object.values(fields).forEach(walk);
  return (
    names.find((name) => name.startsWith('$') && ![...supports.STAGES].includes(name as '$match')) ??
    Object.keys(fields).at(-1)!
  );
}

const aggregate = (stage: Doc): Record<string, Value> => ({ aggregate: 'c', pipeline: [stage], cursor: new Map() });
const expression = (name: string): Record<string, Value> => aggregate(set('$project', set('x', set(name, 1))));
const update = (u: Doc): Record<string, Value> => ({
  update: 'c',
  updates: [
    new Map<string, Value>([
      ['q', new Map()],
      ['u', u],
    ]),
  ],
});

describe('everything else is refused by name and without effect', () => {
  it('unknown commands with 59, known ones that are absent with 238', async () => {
    expect(await refusal({ frobnicate: 1 })).toBe(59);
    for (const name of supports.ABSENT_COMMANDS) expect(await refusal({ [name]: 1 })).toBe(238);
  });

  it.each(Object.keys(supports.COMMANDS))('unknown fields of %s with 40415, absent ones with 238', async (name) => {
    expect(await refusal({ [name]: 'c', frobnicate: 1 })).toBe(40415);
    const own: readonly string[] = supports.COMMANDS[name as supports.CommandName];
    for (const field of supports.ABSENT_FIELDS.filter((absent) => !own.includes(absent))) {
      expect(await refusal({ [name]: 'c', [field]: 1 })).toBe(238);
    }
  });

  it('aggregate that asks to be explained by a field: the command explain is the one way to ask', async () => {
    const cursor: Doc = new Map();
    expect(await refusal({ aggregate: 'c', pipeline: [], cursor, explain: true })).toBe(40415);
  });

  it('unknown filter operators with 2, absent ones with 238', async () => {
    expect(await refusal({ find: 'c', filter: set('a', set('$frobnicate', 1)) })).toBe(2);
    expect(await refusal({ find: 'c', filter: set('$frobnicate', 1) })).toBe(2);
    for (const name of supports.ABSENT_FILTER_OPERATORS) {
      expect(
        await refusal({
          delete: 'c',
          deletes: [
            new Map<string, Value>([
              ['q', set('a', set(name, 1))],
              ['limit', 0],
            ]),
          ],
        }),
      ).toBe(238);
      expect(await refusal({ find: 'c', filter: set(name, 1) })).toBe(238);
    }
  });

  it('unknown update operators with 9, absent ones with 238', async () => {
    expect(await refusal(update(set('$frobnicate', set('a', 1))))).toBe(9);
    for (const name of supports.ABSENT_UPDATE_OPERATORS)
      expect(await refusal(update(set(name, set('a', 1))))).toBe(238);
  });

  it('unknown stages with 40324, absent ones with 238', async () => {
    expect(await refusal(aggregate(set('$frobnicate', 1)))).toBe(40324);
    for (const name of supports.ABSENT_STAGES) expect(await refusal(aggregate(set(name, new Map())))).toBe(238);
  });

  it('unknown accumulators with 15952, absent ones with 238', async () => {
    const group = (name: string): Record<string, Value> =>
      aggregate(
        set(
          '$group',
          new Map<string, Value>([
            ['_id', null],
            ['x', set(name, 1)],
          ]),
        ),
      );
    expect(await refusal(group('$frobnicate'))).toBe(15952);
    for (const name of supports.ABSENT_ACCUMULATORS) expect(await refusal(group(name))).toBe(238);
  });

  it('unknown expressions with 168, absent ones with 238', async () => {
    expect(await refusal(expression('$frobnicate'))).toBe(168);
    for (const name of supports.ABSENT_EXPRESSIONS) expect(await refusal(expression(name))).toBe(238);
  });

  it('unknown index options with 197, absent ones with 238', async () => {
    const index = (option: string): Record<string, Value> => ({
      createIndexes: 'c',
      indexes: [
        new Map<string, Value>([
          ['key', set('a', 1)],
          ['name', 'a'],
          [option, 1],
        ]),
      ],
    });
    const before = await db.must({ listIndexes: 'c' });
    const refused = async (option: string): Promise<unknown> => {
      const reply = await db.run(index(option));
      expect(reply.get('errmsg')).toContain(option);
      expect(await db.must({ listIndexes: 'c' })).toEqual(before);
      return reply.get('code');
    };
    expect(await refused('frobnicate')).toBe(197);
    for (const name of supports.ABSENT_INDEX_OPTIONS) expect(await refused(name)).toBe(238);
  });
});
