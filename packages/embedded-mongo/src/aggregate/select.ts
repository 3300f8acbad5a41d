import { MongoFailure } from '../errors.js';
import { type Doc, isDoc, type Value } from '../bson/types.js';
import { compileFilter } from '../match/compile.js';
import { matches } from '../match/filter.js';
import { wholeNumber } from '../values/number.js';
import { readKeyFields, Sorter } from '../values/sort.js';
import { roughSize } from '../values/size.js';
import { walk } from './expression.js';
import { docOperand, type StageCompiler } from './stage.js';

export const $match: StageCompiler = (operand) => {
  const filter = compileFilter(docOperand('$match', operand, 15959));
  return function* (docs, run) {
    for (const doc of docs) {
      run.budget.tick();
      if (matches(filter, doc)) yield doc;
    }
  };
};

export const $sort: StageCompiler = (operand) => {
  const spec = docOperand('$sort', operand, 15973);
  if (spec.size === 0) throw new MongoFailure(15976, '$sort stage must have at least one sort key');
  const fields = readKeyFields(spec, 'a sort');
  return function* (docs, run) {
    const sorter = new Sorter<Doc>(fields, Infinity);
    for (const doc of docs) {
      run.budget.tick();
      sorter.add(doc, doc, roughSize(doc));
    }
    yield* sorter.sorted();
  };
};

export const $limit: StageCompiler = (operand) => {
  const limit = wholeNumber(operand, 'the limit');
  if (limit <= 0) throw new MongoFailure(15958, 'the limit must be positive');
  return function* (docs) {
    let seen = 0;
    for (const doc of docs) {
      yield doc;
      if (++seen === limit) return;
    }
  };
};

export const $skip: StageCompiler = (operand) => {
  const skip = wholeNumber(operand, 'the skip');
  if (skip < 0) throw new MongoFailure(5107200, 'the skip must not be negative');
  return function* (docs) {
    let seen = 0;
    for (const doc of docs) if (seen++ >= skip) yield doc;
  };
};

export const $count: StageCompiler = (operand) => {
  if (typeof operand !== 'string' || operand === '' || operand.startsWith('$') || operand.includes('.')) {
    throw new MongoFailure(40156, 'the count field must be a non-empty string without $ and dots');
  }
  return function* (docs, run) {
    let count = 0;
    for (const doc of docs) {
      run.budget.tick();
      if (doc) count++;
    }
    if (count > 0) yield new Map([[operand, count]]);
  };
};

interface Unwinding {
  keys: string[];
  indexField: string | undefined;
  keepEmpty: boolean;
}

function readUnwind(operand: Value): Unwinding {
  const spec: Doc = isDoc(operand) ? operand : new Map([['path', operand]]);
  const unknown = [...spec.keys()].find(
    (name) => !['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'].includes(name),
  );
  if (unknown) throw new MongoFailure(28811, `unrecognized option to $unwind stage: ${unknown}`);
  const path = spec.get('path');
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw new MongoFailure(28818, "path option to $unwind stage should be prefixed with a '$'");
  const indexField = spec.get('includeArrayIndex');
  if (indexField !== undefined && (typeof indexField !== 'string' || indexField === '' || indexField.includes('.'))) {
    throw new MongoFailure(28810, 'includeArrayIndex must be the name of a field');
  }
  return { keys: path.slice(1).split('.'), indexField, keepEmpty: spec.get('preserveNullAndEmptyArrays') === true };
}

/** A copy with another value at a path through documents; undefined takes the field away. */
function withValue(doc: Doc, keys: string[], value: Value | undefined): Doc {
  const [key, ...rest] = keys;
  const result: Doc = new Map(doc);
  const inner = doc.get(key!);
  if (rest.length > 0) {
    if (isDoc(inner)) result.set(key!, withValue(inner, rest, value));
  } else if (value === undefined) result.delete(key!);
  else result.set(key!, value);
  return result;
}

export const $unwind: StageCompiler = (operand) => {
  const { keys, indexField, keepEmpty } = readUnwind(operand);
  const indexed = (doc: Doc, index: Value): Doc =>
    indexField === undefined ? doc : new Map(doc).set(indexField, index);
  return function* (docs, run) {
    for (const doc of docs) {
      run.budget.tick();
      const value = walk(doc, keys);
      if (!Array.isArray(value)) {
        if (value != null || keepEmpty) yield indexed(doc, null);
      } else if (value.length === 0) {
        if (keepEmpty) yield indexed(withValue(doc, keys, undefined), null);
      } else {
        for (const [index, item] of value.entries()) yield indexed(withValue(doc, keys, item), BigInt(index));
      }
    }
  };
};
