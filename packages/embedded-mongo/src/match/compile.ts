import { badValue, notImplemented } from '../errors.js';
import { type Doc, isDoc, Regex, type Value } from '../bson/types.js';
import { splitPath } from '../values/path.js';
import { ABSENT_FILTER_OPERATORS, FILTER_OPERATORS } from '../supports.js';
import { compileExpression } from '../aggregate/expression.js';
import { type Filter, type Leaf, type LeafOperator, matches } from './filter.js';
import { isOperatorDoc, isTestOperator, isTruthy, testOf, WHOLE_ARRAY } from './operators.js';
import { regexOf, regexTest } from './regex.js';

/** Compiles a filter document; throws for every operator that is unknown or not supported, before anything is read. */
export function compileFilter(filter: Doc): Filter {
  const parts: Filter[] = [];
  for (const [name, value] of filter) {
    if (name.startsWith('$')) parts.push(...topLevel(name, value));
    else parts.push(fieldFilter(name, value));
  }
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
}

function branches(name: string, value: Value): Filter[] {
  if (!Array.isArray(value) || value.length === 0) throw badValue(`${name} must be a nonempty array`);
  return value.map((item) => {
    if (!isDoc(item)) throw badValue(`${name} entries need to be full objects`);
    return compileFilter(item);
  });
}

function topLevel(name: string, value: Value): Filter[] {
  switch (name) {
    case '$and':
      return [{ kind: 'and', parts: branches(name, value) }];
    case '$or':
      return [{ kind: 'or', parts: branches(name, value) }];
    case '$nor':
      return [{ kind: 'not', part: { kind: 'or', parts: branches(name, value) } }];
    case '$expr': {
      const expression = compileExpression(value);
      return [{ kind: 'test', test: (doc) => isTruthy(expression(doc, new Map())) }];
    }
    case '$comment':
      return [];
    default:
      if (ABSENT_FILTER_OPERATORS.has(name)) throw notImplemented(`the operator ${name}`);
      throw badValue(`unknown top level operator: ${name}`);
  }
}

function fieldFilter(path: string, value: Value): Filter {
  if (value instanceof Regex) return regexLeaf(path, value);
  if (isOperatorDoc(value)) return operatorFilter(path, value);
  return leaf(path, '$eq', value);
}

function leaf(path: string, operator: LeafOperator, operand: Value): Leaf {
  if (!isTestOperator(operator)) throw badValue(`unknown operator: ${operator}`);
  const whole = WHOLE_ARRAY.has(operator);
  return { kind: 'leaf', path, keys: splitPath(path), operator, operand, whole, test: testOf(operator, operand) };
}

function regexLeaf(path: string, regex: Regex): Leaf {
  const keys = splitPath(path);
  return { kind: 'leaf', path, keys, operator: '$regex', operand: regex, whole: false, test: regexTest(regex) };
}

/** Compiles `{ $gt: 1, $lt: 5 }` on a path. */
function operatorFilter(path: string, operators: Doc): Filter {
  const parts: Filter[] = [];
  for (const [name, operand] of operators) {
    if (!FILTER_OPERATORS.has(name)) {
      if (ABSENT_FILTER_OPERATORS.has(name)) throw notImplemented(`the operator ${name}`);
      throw badValue(`unknown operator: ${name}`);
    }
    const part = operatorPart(path, name, operand, operators);
    if (part) parts.push(part);
  }
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
}

function operatorPart(path: string, name: string, operand: Value, all: Doc): Filter | undefined {
  switch (name) {
    case '$ne':
      if (operand instanceof Regex) throw badValue("Can't have regex as arg to $ne.");
      return { kind: 'not', part: leaf(path, '$eq', operand) };
    case '$nin':
      return { kind: 'not', part: leaf(path, '$in', operand) };
    case '$exists':
      return isTruthy(operand) ? leaf(path, '$exists', true) : { kind: 'not', part: leaf(path, '$exists', true) };
    case '$not':
      return { kind: 'not', part: negated(path, operand) };
    case '$regex':
      return regexLeaf(path, regexOf(operand, all.get('$options')));
    case '$options':
      if (!all.has('$regex')) throw badValue('$options needs a $regex');
      return undefined;
    case '$all':
      return allFilter(path, operand);
    case '$elemMatch':
      return elemMatch(path, operand);
    default:
      return leaf(path, name as LeafOperator, operand);
  }
}

function negated(path: string, operand: Value): Filter {
  if (operand instanceof Regex) return regexLeaf(path, operand);
  if (!isDoc(operand)) throw badValue('$not needs a regex or a document');
  if (operand.size === 0) throw badValue('$not cannot be empty');
  return operatorFilter(path, operand);
}

function allFilter(path: string, operand: Value): Filter {
  if (!Array.isArray(operand)) throw badValue('$all needs an array');
  if (operand.length === 0) return { kind: 'test', test: () => false };
  const inner = operand.map((item) => {
    if (isDoc(item) && item.has('$elemMatch')) return operatorFilter(path, item);
    if (isOperatorDoc(item)) throw badValue('no $ expressions in $all');
    return item instanceof Regex ? regexLeaf(path, item) : leaf(path, '$eq', item);
  });
  return { kind: 'and', parts: inner };
}

const DOCUMENT_FORM = new Set(['$and', '$or', '$nor', '$expr', '$comment']);

/** `$elemMatch` on documents gets a filter of its own; on plain values its operators look at one element each. */
function elemMatch(path: string, operand: Value): Leaf {
  if (!isDoc(operand)) throw badValue('$elemMatch needs an Object');
  const first = [...operand.keys()][0];
  const onValues = first !== undefined && first.startsWith('$') && !DOCUMENT_FORM.has(first);
  const inner = onValues ? operatorFilter(ELEMENT, operand) : compileFilter(operand);
  const passes = onValues ? elementTest(inner) : documentTest(inner);
  const test = (value: Value | undefined): boolean => Array.isArray(value) && value.some(passes);
  const base = { kind: 'leaf', path, keys: splitPath(path), operator: '$elemMatch', operand, whole: true } as const;
  return { ...base, test, inner: { of: onValues ? 'element' : 'fields', filter: inner } };
}

const ELEMENT = 'element';

/** An element that is a document, or an array taken as one whose names are its indexes. */
function documentTest(inner: Filter): (item: Value) => boolean {
  return (item) => {
    if (isDoc(item)) return matches(inner, item);
    return Array.isArray(item) && matches(inner, new Map(item.map((value, index) => [String(index), value])));
  };
}

/** Evaluates operators on one element; an element that is an array is not opened once more. */
function elementTest(filter: Filter): (item: Value) => boolean {
  return (item) => passesElement(filter, item);
}

function passesElement(filter: Filter, item: Value): boolean {
  switch (filter.kind) {
    case 'leaf':
      return filter.test(item);
    case 'and':
      return filter.parts.every((part) => passesElement(part, item));
    case 'or':
      return filter.parts.some((part) => passesElement(part, item));
    case 'not':
      return !passesElement(filter.part, item);
    case 'test':
      return filter.test(new Map([[ELEMENT, item]]));
  }
}
