import { MongoFailure, notImplemented } from '../errors.js';
import { type Doc, double, isDoc, type Value } from '../bson/types.js';
import { compareValues, isNumeric, toNumber } from '../values/compare.js';
import { valueKey } from '../values/key.js';
import { add, type Numeric } from '../values/number.js';
import { roughSize } from '../values/size.js';
import { MEMORY_LIMIT, memoryExceeded } from '../values/sort.js';
import { ABSENT_ACCUMULATORS, type AccumulatorName } from '../supports.js';
import { extreme } from './arithmetic.js';
import { compileExpression } from './expression.js';
import type { Expression } from './expression-types.js';
import { docOperand, type StageCompiler } from './stage.js';

interface Accumulator {
  /** Takes the next value and tells how many bytes it keeps of it. */
  take: (value: Value | undefined) => number;
  result: () => Value;
}

const folding = (start: Value, step: (result: Value, value: Value | undefined) => Value) => (): Accumulator => {
  let result = start;
  return {
    take: (value) => {
      result = step(result, value);
      return 0;
    },
    result: () => result,
  };
};

function first(): Accumulator {
  let found: { value: Value } | undefined;
  return {
    take: (value) => {
      if (found) return 0;
      found = { value: value ?? null };
      return roughSize(value);
    },
    result: () => found?.value ?? null,
  };
}

function averaging(): Accumulator {
  let sum: Numeric = 0;
  let count = 0;
  return {
    take: (value) => {
      if (isNumeric(value)) {
        sum = add(sum, value);
        count++;
      }
      return 0;
    },
    result: () => (count === 0 ? null : double(toNumber(sum) / count)),
  };
}

function collecting(accepts: (key: string) => boolean = () => true): Accumulator {
  const items: Value[] = [];
  return {
    take: (value) => {
      if (value === undefined || !accepts(valueKey(value).toString('latin1'))) return 0;
      items.push(value);
      return roughSize(value);
    },
    result: () => items,
  };
}

function addingToSet(): Accumulator {
  const seen = new Set<string>();
  return collecting((key) => !seen.has(key) && Boolean(seen.add(key)));
}

const ACCUMULATOR: Record<AccumulatorName, () => Accumulator> = {
  $sum: folding(0, (sum, value) => (isNumeric(value) ? add(sum as Numeric, value) : sum)),
  $count: folding(0, (sum) => add(sum as Numeric, 1)),
  $avg: averaging,
  $min: folding(null, (best, value) => extreme([best, value], 1)),
  $max: folding(null, (best, value) => extreme([best, value], -1)),
  $first: first,
  $last: folding(null, (_last, value) => value ?? null),
  $push: collecting,
  $addToSet: addingToSet,
};

interface Output {
  name: string;
  create: () => Accumulator;
  input: Expression;
}

function readOutput(name: string, spec: Value): Output {
  if (name.includes('.')) throw new MongoFailure(40235, `The field name '${name}' cannot contain '.'`);
  if (!isDoc(spec)) throw new MongoFailure(40234, `The field '${name}' must be an accumulator object`);
  if (spec.size !== 1) throw new MongoFailure(40238, `The field '${name}' must specify one accumulator`);
  const [operator, operand] = [...spec][0]!;
  if (ABSENT_ACCUMULATORS.includes(operator)) throw notImplemented(`the accumulator ${operator}`);
  if (!Object.hasOwn(ACCUMULATOR, operator)) throw new MongoFailure(15952, `unknown group operator '${operator}'`);
  if (operator === '$count' && !(isDoc(operand) && operand.size === 0)) {
    throw new MongoFailure(9, '$count takes no arguments, i.e. $count:{}');
  }
  return { name, create: ACCUMULATOR[operator as AccumulatorName], input: compileExpression(operand) };
}

interface Group {
  id: Value;
  accumulators: Accumulator[];
}

export const $group: StageCompiler = (operand) => {
  const spec = docOperand('$group', operand, 15947);
  if (!spec.has('_id')) throw new MongoFailure(15955, 'a group specification must include an _id');
  const id = compileExpression(spec.get('_id')!);
  const outputs = [...spec].filter(([name]) => name !== '_id').map(([name, value]) => readOutput(name, value));
  return function* (docs, run) {
    const groups = new Map<string, Group>();
    const scope = new Map();
    let held = 0;
    for (const doc of docs) {
      run.budget.tick();
      const value = id(doc, scope) ?? null;
      const key = valueKey(value).toString('latin1');
      let group = groups.get(key);
      if (!group) {
        group = { id: value, accumulators: outputs.map((output) => output.create()) };
        groups.set(key, group);
        held += key.length * 2 + roughSize(value) + 64 * outputs.length;
      }
      for (const [at, output] of outputs.entries()) held += group.accumulators[at]!.take(output.input(doc, scope));
      if (held > MEMORY_LIMIT) throw memoryExceeded('$group');
    }
    for (const group of groups.values()) yield grouped(group, outputs);
  };
};

function grouped(group: Group, outputs: Output[]): Doc {
  const result: Doc = new Map([['_id', group.id]]);
  for (const [at, output] of outputs.entries()) result.set(output.name, group.accumulators[at]!.result());
  return result;
}

export const $sortByCount: StageCompiler = (operand, pipeline) => {
  const counting = $group(
    new Map<string, Value>([
      ['_id', operand],
      ['count', new Map([['$sum', 1]])],
    ]),
    pipeline,
  );
  return (docs, run) => [...counting(docs, run)].sort((a, b) => compareValues(b.get('count'), a.get('count')));
};
