import { decodeDoc } from '../../src/bson/decode.js';
import { encodeDoc } from '../../src/bson/encode.js';
import { type Doc, isDoc, type Value } from '../../src/bson/types.js';
import { MongoFailure } from '../../src/errors.js';
import { compileUpdate } from '../../src/update/compile.js';
import * as generate from './generate.js';
import { show } from './memory-database.js';
import { referenceUpdate, REFERENCE_OPERATORS, Refused } from './reference-update.js';

const PATHS = ['a', 'b', 'a.x', 'a.0', 'a.1', 'a.1.x', 'b.x', 'b.x.y', 'c.0.x', 'c.3', 'a.x.0', 'b.0.1'];

function operandFor(random: generate.Values, operator: string): Value {
  if (operator === '$pop') return random.pick([1, -1]);
  if (operator === '$pullAll') return random.some(3, () => generate.value(random));
  if (operator === '$inc' || operator === '$mul')
    return random.pick(
      random.scalars.filter(
        (item) => typeof item === 'number' || typeof item === 'bigint' || (item instanceof Object && 'value' in item),
      ),
    );
  const value = generate.value(random);
  return isDoc(value) && operator !== '$set' ? 1 : value;
}

/** The bytes of the result, so that types count; or the code of the refusal. */
function outcome(run: () => Value): string {
  try {
    return encodeDoc(run() as Doc).toString('hex');
  } catch (error) {
    if (error instanceof MongoFailure || error instanceof Refused) return `code ${error.code}`;
    throw error;
  }
}

const overlaps = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

function pathsFor(random: generate.Values): string[] {
  const chosen: string[] = [];
  for (const path of random.some(3, () => random.pick(PATHS)))
    if (!chosen.some((other) => overlaps(other, path))) chosen.push(path);
  return chosen.length > 0 ? chosen : ['a'];
}

/** Random updates of random documents, against the slow reference. */
export function updateRound(random: generate.Values): void {
  for (let count = 0; count < 50; count++) {
    const before = encodeDoc(generate.document(random, 1));
    const operator = random.pick(REFERENCE_OPERATORS);
    const fields = new Map(pathsFor(random).map((path) => [path, operandFor(random, operator)]));
    const context = { inserting: false, position: undefined };
    const done = outcome(() =>
      compileUpdate(new Map([[operator, fields]]), undefined, () => new Date(0)).apply(decodeDoc(before), context),
    );
    const wanted = outcome(() => referenceUpdate(decodeDoc(before), operator, fields));
    if (done === wanted) continue;
    const shown = (hex: string): string => (hex.startsWith('code') ? hex : show(decodeDoc(Buffer.from(hex, 'hex'))));
    throw new Error(
      `${show(decodeDoc(before))} after {${operator}: ${show(fields)}}\n-- is     ${shown(done)}\n-- wanted ${shown(wanted)}`,
    );
  }
}
