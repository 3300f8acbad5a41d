import { badValue } from '../errors.js';
import { Binary, Double, isInt32, ObjectId, Raw, Regex, Timestamp, type Value } from '../bson/types.js';

/** MongoDB's number and alias of each type, https://www.mongodb.com/docs/manual/reference/bson-types/ */
export const TYPE_NUMBERS = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  int: 16,
  timestamp: 17,
  long: 18,
  minKey: -1,
  maxKey: 127,
} as const;

export type TypeName = keyof typeof TYPE_NUMBERS;

/** MongoDB's alias of the type of a value. */
export function typeName(value: Value): TypeName {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return isInt32(value) ? 'int' : 'double';
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'long';
  }
  if (value === null) return 'null';
  if (value instanceof Map || value instanceof Raw) return 'object';
  if (Array.isArray(value)) return 'array';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Date) return 'date';
  if (value instanceof Double) return 'double';
  if (value instanceof Binary) return 'binData';
  if (value instanceof Regex) return 'regex';
  if (value instanceof Timestamp) return 'timestamp';
  return value.side === 'min' ? 'minKey' : 'maxKey';
}

const NUMBER_TYPES: TypeName[] = ['double', 'int', 'long'];

function typesOf(item: Value): TypeName[] {
  if (item === 'number') return NUMBER_TYPES;
  if (typeof item === 'string' && Object.hasOwn(TYPE_NUMBERS, item)) return [item as TypeName];
  const number = item instanceof Double ? item.value : Number(item);
  const found = (Object.keys(TYPE_NUMBERS) as TypeName[]).find((name) => TYPE_NUMBERS[name] === number);
  if (typeof item === 'string') throw badValue(`Unknown type name alias: ${item}`);
  if (!found) throw badValue(`Invalid numerical type code: ${String(number)}`);
  return [found];
}

/** The types that an operand of `$type` (alias, number, or a list of them) stands for. */
export function typesNamed(operand: Value): Set<TypeName> {
  const items = Array.isArray(operand) ? operand : [operand];
  if (items.length === 0) throw badValue('$type must match at least one type');
  return new Set(items.flatMap(typesOf));
}

/** The order of types among each other, https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/ */
const CANONICAL: Record<TypeName, number> = {
  minKey: 1,
  null: 5,
  int: 10,
  long: 10,
  double: 10,
  string: 15,
  object: 20,
  array: 25,
  binData: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  maxKey: 127,
};

/** Rank of a value's type; a missing value ranks with null. */
export function canonicalType(value: Value | undefined): number {
  return value === undefined ? CANONICAL.null : CANONICAL[typeName(value)];
}

export const NUMBER_RANK = CANONICAL.int;
