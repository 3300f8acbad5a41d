import { model, Schema } from 'mongoose';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { LOGGER_OPTIONS } from './logger.js';

/** What the log would say of it. */
function logged(error: unknown): string {
  let said = '';
  const log = new Writable({
    write: (line, _encoding, done) => {
      said += String(line);
      done();
    },
  });
  pino({ ...LOGGER_OPTIONS, level: 'info' }, log).error({ err: error }, 'request failed');
  return said;
}

const WORDS = 'itches since Monday';
const Note = model('LoggableErrorNote', new Schema({ count: Number }));

function misfit(): Error {
  try {
    Note.castObject({ count: WORDS });
  } catch (error) {
    return error as Error;
  }
  throw new Error('The model took words for a number.');
}

describe('an error in the log', () => {
  test('says its kind, code, words and place', () => {
    const line = logged(Object.assign(new Error('no space left'), { name: 'WriteFailed', code: 'ENOSPC' }));
    expect(JSON.parse(line).err).toMatchObject({ type: 'WriteFailed', code: 'ENOSPC', message: 'no space left' });
    expect(JSON.parse(line).err.stack).toContain('loggable-error.test.ts');
  });

  test.each([
    [
      'documents of a refused bulk write',
      Object.assign(new Error('write failed'), { writeErrors: [{ code: 8, err: { op: { body: WORDS } } }] }),
    ],
    [
      'the key that is taken',
      Object.assign(new Error(`E11000 dup key: { x: "${WORDS}" }`), { code: 11000, keyValue: { x: WORDS } }),
    ],
    ['a value that does not fit its model', misfit()],
    ['what caused it', new Error('failed', { cause: misfit() })],
    ['something thrown that is no error', WORDS],
  ])('never says %s', (_what, error) => {
    expect(logged(error)).not.toContain(WORDS);
  });
});
