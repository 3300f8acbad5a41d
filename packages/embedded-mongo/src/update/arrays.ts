import { badValue } from '../errors.js';
import { isDoc, Regex, type Value } from '../bson/types.js';
import { compareValues, equalValues, isNumeric, toNumber } from '../values/compare.js';
import { wholeNumber } from '../values/number.js';
import { readKeyFields, sortKey } from '../values/sort.js';
import { typeName } from '../values/types.js';
import { compileFilter } from '../match/compile.js';
import { matches } from '../match/filter.js';
import { isOperatorDoc } from '../match/operators.js';
import { type Change, KEEP } from './place.js';

const notAnArray = (path: string, value: Value) =>
  badValue(`The field '${path}' must be an array but is of type ${typeName(value)} in the document`);

const hasEach = (operand: Value): operand is Map<string, Value> => isDoc(operand) && operand.has('$each');

function eachOf(
  operand: Value,
  operator: string,
  options: string[],
): { items: Value[]; option: (name: string) => Value | undefined } {
  if (!hasEach(operand)) return { items: [operand], option: () => undefined };
  for (const name of operand.keys()) {
    if (name !== '$each' && !options.includes(name)) throw badValue(`Unrecognized clause in ${operator}: ${name}`);
  }
  const items = operand.get('$each');
  if (!Array.isArray(items)) throw badValue(`The argument to $each in ${operator} must be an array`);
  return { items, option: (name) => operand.get(name) };
}

function sorter(spec: Value): (a: Value, b: Value) => number {
  if (isNumeric(spec) && Math.abs(toNumber(spec)) === 1) return (a, b) => compareValues(a, b) * toNumber(spec);
  if (!isDoc(spec) || spec.size === 0)
    throw badValue('The $sort is invalid: use 1/-1 to sort the whole element, or {field: 1/-1}');
  const fields = readKeyFields(spec, 'a sort');
  const keyOf = (value: Value): Buffer => sortKey(isDoc(value) ? value : new Map(), fields);
  return (a, b) => Buffer.compare(keyOf(a), keyOf(b));
}

/** `$push` with `$each`, then `$position`, `$sort`, `$slice` in MongoDB's order. */
export function pushChange(operand: Value, path: string): Change {
  const { items, option } = eachOf(operand, '$push', ['$position', '$sort', '$slice']);
  const position = option('$position') === undefined ? Infinity : wholeNumber(option('$position'), '$position');
  const slice = option('$slice') === undefined ? undefined : wholeNumber(option('$slice'), '$slice');
  const order = option('$sort') === undefined ? undefined : sorter(option('$sort')!);
  return (value) => {
    if (value !== undefined && !Array.isArray(value)) throw notAnArray(path, value);
    const result = [...(value ?? [])];
    result.splice(position === Infinity ? result.length : position, 0, ...items);
    if (order) result.sort(order);
    return slice === undefined ? result : slice >= 0 ? result.slice(0, slice) : result.slice(slice);
  };
}

export function addToSetChange(operand: Value, path: string): Change {
  const { items } = eachOf(operand, '$addToSet', []);
  return (value) => {
    if (value !== undefined && !Array.isArray(value)) throw notAnArray(path, value);
    const result = [...(value ?? [])];
    for (const item of items) if (!result.some((known) => equalValues(known, item))) result.push(item);
    return value && result.length === value.length ? KEEP : result;
  };
}

function withoutMatching(path: string, drops: (item: Value) => boolean): Change {
  return (value) => {
    if (value === undefined) return KEEP;
    if (!Array.isArray(value)) throw badValue(`Cannot apply $pull to a non-array value at '${path}'`);
    const rest = value.filter((item) => !drops(item));
    return rest.length === value.length ? KEEP : rest;
  };
}

/** `$pull`: by value, by operators, or for elements that are documents by a filter. */
export function pullChange(operand: Value, path: string): Change {
  if (operand instanceof Regex || isOperatorDoc(operand)) {
    const filter = compileFilter(new Map([['item', operand]]));
    return withoutMatching(path, (item) => matches(filter, new Map([['item', item]])));
  }
  if (isDoc(operand)) {
    const filter = compileFilter(operand);
    return withoutMatching(path, (item) => isDoc(item) && matches(filter, item));
  }
  return withoutMatching(path, (item) => equalValues(item, operand));
}

export function pullAllChange(operand: Value, path: string): Change {
  if (!Array.isArray(operand)) throw badValue('$pullAll requires an array argument');
  return withoutMatching(path, (item) => operand.some((value) => equalValues(value, item)));
}

export function popChange(operand: Value, path: string): Change {
  const side = isNumeric(operand) ? toNumber(operand) : NaN;
  if (side !== 1 && side !== -1) throw badValue('$pop expects 1 or -1');
  return (value) => {
    if (value === undefined) return KEEP;
    if (!Array.isArray(value))
      throw badValue(`Path '${path}' contains an element of non-array type '${typeName(value)}'`);
    if (value.length === 0) return KEEP;
    return side === 1 ? value.slice(0, -1) : value.slice(1);
  };
}
