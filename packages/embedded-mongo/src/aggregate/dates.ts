import { MongoFailure } from '../errors.js';
import { isDoc, ObjectId, type Value } from '../bson/types.js';
import { wholeNumber } from '../values/number.js';
import { typeName } from '../values/types.js';
import type { Operator } from './expression-types.js';
import { namedStrict } from './operands.js';
import { formatDate } from './date-format.js';
import { addUnits, countUnits, truncate, type Unit, UNITS } from './date-units.js';
import { toWall } from './zone.js';

type Found = Value | undefined;

function dateOf(value: Found): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return new Date(parseInt(value.hex.slice(0, 8), 16) * 1000);
  throw new MongoFailure(16006, `can't convert from ${value == null ? 'null' : typeName(value)} to Date`);
}

/** A null zone makes the whole expression null; that is told by `undefined`. */
function zoneOf(value: Found): string {
  if (value === undefined) return 'UTC';
  if (typeof value !== 'string') throw new MongoFailure(40517, 'timezone must evaluate to a string');
  return value === 'GMT' || value === 'Z' ? 'UTC' : value;
}

function unitOf(value: Found): Unit {
  if (typeof value !== 'string' || !(UNITS as readonly string[]).includes(value)) {
    throw new MongoFailure(9, `unknown time unit value: ${String(value)}`);
  }
  return value as Unit;
}

/** Operators such as `$year`, which take a date or `{ date, timezone }`. */
function part(name: string, read: (wall: Date) => number): Operator {
  return (operand, compile) => {
    const single = Array.isArray(operand) && operand.length === 1 ? operand[0]! : operand;
    const plain = !isDoc(single) || [...single.keys()][0]?.startsWith('$');
    const args = new Map<string, Value>(plain ? [['date', single]] : (single as Map<string, Value>));
    const compute = namedStrict(name, ['date'], ['timezone'], ({ date, timezone }) =>
      timezone === null ? null : read(toWall(dateOf(date), zoneOf(timezone))),
    );
    return compute(args, compile);
  };
}

const $dateToString: Operator = (operand, compile) => {
  const onNull = isDoc(operand) && operand.has('onNull') ? compile(operand.get('onNull')!) : () => null;
  const rest = isDoc(operand) ? new Map([...operand].filter(([name]) => name !== 'onNull')) : operand;
  const format = namedStrict('$dateToString', ['date'], ['format', 'timezone'], (args) => {
    if (args['timezone'] === null || args['format'] === null) return null;
    const pattern =
      args['format'] ?? (args['timezone'] === undefined ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L');
    if (typeof pattern !== 'string') throw new MongoFailure(18533, '$dateToString requires a string as format');
    return formatDate(dateOf(args['date']), pattern, zoneOf(args['timezone']));
  })(rest, compile);
  return (root, scope) => format(root, scope) ?? onNull(root, scope);
};

const $dateTrunc = namedStrict('$dateTrunc', ['date', 'unit'], ['binSize', 'timezone', 'startOfWeek'], (args) => {
  const size = args['binSize'] === undefined ? 1 : wholeNumber(args['binSize'], 'binSize');
  if (size < 1) throw new MongoFailure(5439018, '$dateTrunc requires a positive binSize');
  return truncate(
    dateOf(args['date']),
    unitOf(args['unit']),
    size,
    zoneOf(args['timezone']),
    weekStart(args['startOfWeek']),
  );
});

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

function weekStart(value: Found): number {
  if (value === undefined) return 0;
  const found = WEEKDAYS.findIndex(
    (day) => typeof value === 'string' && [day, day.slice(0, 3)].includes(value.toLowerCase()),
  );
  if (found < 0) throw new MongoFailure(9, `unknown day of week value: ${String(value)}`);
  return found;
}

const shift = (name: string, sign: 1 | -1): Operator =>
  namedStrict(name, ['startDate', 'unit', 'amount'], ['timezone'], (args) => {
    const amount = wholeNumber(args['amount'], `the amount of ${name}`);
    return addUnits(dateOf(args['startDate']), unitOf(args['unit']), sign * amount, zoneOf(args['timezone']));
  });

const $dateDiff = namedStrict('$dateDiff', ['startDate', 'endDate', 'unit'], ['timezone', 'startOfWeek'], (args) => {
  const zone = zoneOf(args['timezone']);
  const walls = [dateOf(args['startDate']), dateOf(args['endDate'])].map((date) => toWall(date, zone));
  return BigInt(countUnits(walls[0]!, walls[1]!, unitOf(args['unit']), weekStart(args['startOfWeek'])));
});

const DAY = 86_400_000;

export const DATES = {
  $dateToString,
  $dateTrunc,
  $dateAdd: shift('$dateAdd', 1),
  $dateSubtract: shift('$dateSubtract', -1),
  $dateDiff,
  $year: part('$year', (wall) => wall.getUTCFullYear()),
  $month: part('$month', (wall) => wall.getUTCMonth() + 1),
  $dayOfMonth: part('$dayOfMonth', (wall) => wall.getUTCDate()),
  $dayOfYear: part(
    '$dayOfYear',
    (wall) => Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / DAY) + 1,
  ),
  $dayOfWeek: part('$dayOfWeek', (wall) => wall.getUTCDay() + 1),
  $isoDayOfWeek: part('$isoDayOfWeek', (wall) => wall.getUTCDay() || 7),
  $hour: part('$hour', (wall) => wall.getUTCHours()),
  $minute: part('$minute', (wall) => wall.getUTCMinutes()),
  $second: part('$second', (wall) => wall.getUTCSeconds()),
  $millisecond: part('$millisecond', (wall) => wall.getUTCMilliseconds()),
} satisfies Record<string, Operator>;
