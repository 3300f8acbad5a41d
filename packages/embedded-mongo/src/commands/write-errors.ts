import { MongoFailure } from '../errors.js';
import { doc, type Doc } from '../bson/types.js';

/** One entry of `writeErrors`. */
function writeError(index: number, error: MongoFailure): Doc {
  return new Map([
    ...doc({ index, code: error.code, codeName: error.codeName }),
    ...(error.details ?? []),
    ...doc({ errmsg: error.message }),
  ]);
}

/** Runs statement after statement; a refused one is noted, and ends the run when they are ordered. */
export function runStatements<T>(statements: T[], ordered: boolean, run: (statement: T, index: number) => void): Doc[] {
  const errors: Doc[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      if (!(error instanceof MongoFailure)) throw error;
      errors.push(writeError(index, error));
      if (ordered) break;
    }
  }
  return errors;
}

/** A write's answer with its errors, if any. */
export function withErrors(answer: Doc, errors: Doc[]): Doc {
  return errors.length > 0 ? answer.set('writeErrors', errors) : answer;
}
