import { badValue, MongoFailure, typeMismatch } from '../errors.js';
import { isDoc, Timestamp, type Value } from '../bson/types.js';
import { compareValues, isNumeric } from '../values/compare.js';
import { add, multiply, type Numeric } from '../values/number.js';
import { typeName } from '../values/types.js';
import type { UpdateOperator } from '../supports.js';
import { addToSetChange, popChange, pullAllChange, pullChange, pushChange } from './arrays.js';
import { type Change, KEEP, REMOVE } from './place.js';

/** Compiles the operand of one operator into the change of one value. */
type CompileOperand = (operand: Value, path: string, now: () => Date) => Change;

function arithmetic(
  operator: string,
  compute: (a: Numeric, b: Numeric) => Numeric,
  missing: (operand: Numeric) => Numeric,
): CompileOperand {
  return (operand, path) => {
    if (!isNumeric(operand))
      throw typeMismatch(`Cannot ${operator} with non-numeric argument: {${path}: ${typeName(operand)}}`);
    return (value) => {
      if (value === undefined) return missing(operand);
      if (!isNumeric(value)) {
        throw typeMismatch(
          `Cannot apply ${operator} to a value of non-numeric type. The field '${path}' is of type ${typeName(value)}`,
        );
      }
      return compute(value, operand);
    };
  };
}

const extreme =
  (sign: 1 | -1): CompileOperand =>
  (operand) =>
  (value) =>
    value === undefined || compareValues(operand, value) * sign < 0 ? operand : KEEP;

function currentDate(operand: Value, path: string, now: () => Date): Change {
  const type = isDoc(operand) && operand.size === 1 ? operand.get('$type') : operand;
  if (type === true || type === 'date') return () => now();
  if (type === 'timestamp' && isDoc(operand)) {
    return () => new Timestamp((BigInt(Math.floor(now().getTime() / 1000)) << 32n) | 1n);
  }
  throw badValue(`$currentDate takes true, { $type: 'date' } or { $type: 'timestamp' }, not so for '${path}'`);
}

/** Adding 0 of the operand's type makes a missing factor the zero of that type. */
const zeroLike = (operand: Numeric): Numeric => multiply(operand, 0);

/** All operators that change the value at one path; `$rename` needs two and is handled where they are applied. */
export const CHANGES: Record<Exclude<UpdateOperator, '$rename'>, { creates: boolean; compile: CompileOperand }> = {
  $set: { creates: true, compile: (operand) => () => operand },
  $setOnInsert: { creates: true, compile: (operand) => () => operand },
  $unset: { creates: false, compile: () => () => REMOVE },
  $inc: { creates: true, compile: arithmetic('increment', add, (operand) => operand) },
  $mul: { creates: true, compile: arithmetic('multiply', multiply, zeroLike) },
  $min: { creates: true, compile: extreme(1) },
  $max: { creates: true, compile: extreme(-1) },
  $currentDate: { creates: true, compile: currentDate },
  $push: { creates: true, compile: pushChange },
  $addToSet: { creates: true, compile: addToSetChange },
  $pull: { creates: false, compile: pullChange },
  $pullAll: { creates: false, compile: pullAllChange },
  $pop: { creates: false, compile: popChange },
};

export const isChange = (operator: string): operator is keyof typeof CHANGES => Object.hasOwn(CHANGES, operator);

export const unknownModifier = (operator: string): MongoFailure =>
  new MongoFailure(
    9,
    `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
  );
