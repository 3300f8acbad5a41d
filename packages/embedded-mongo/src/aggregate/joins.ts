import { MongoFailure, notImplemented } from '../errors.js';
import { type Doc, Regex, type Value } from '../bson/types.js';
import { splitPath, valuesAt } from '../values/path.js';
import { roughSize } from '../values/size.js';
import { MEMORY_LIMIT, memoryExceeded } from '../values/sort.js';
import { docOperand, type PipelineRun, type StageCompiler } from './stage.js';

const FIELDS = ['from', 'localField', 'foreignField', 'pipeline', 'as', 'let'];

function text(spec: Doc, name: string): string {
  const value = spec.get(name);
  if (typeof value !== 'string' || value === '')
    throw new MongoFailure(9, `$lookup argument '${name}' must be a string`);
  return value;
}

/** Selects the partners of a document by one of its fields, where an array stands for each of its elements. */
function partnerFilter(doc: Doc, local: string[], foreignField: string): Doc {
  const values = valuesAt(doc, local).map((value) => value ?? null);
  const plain = values.length === 0 ? [null] : values;
  if (plain.some((value) => value instanceof Regex)) throw notImplemented('$lookup by a regular expression');
  return new Map([[foreignField, new Map([['$in', plain]])]]);
}

export const $lookup: StageCompiler = (operand, pipeline) => {
  const spec = docOperand('$lookup', operand, 40319);
  const unknown = [...spec.keys()].find((name) => !FIELDS.includes(name));
  if (unknown) throw new MongoFailure(9, `unknown argument to $lookup: ${unknown}`);
  if (spec.has('let')) throw notImplemented("$lookup with 'let'");
  const from = text(spec, 'from');
  const as = text(spec, 'as');
  if (as.includes('.')) throw notImplemented("$lookup with a dotted 'as'");
  const joins = spec.has('localField') || spec.has('foreignField');
  if (!joins && !spec.has('pipeline'))
    throw new MongoFailure(9, '$lookup requires localField and foreignField, or pipeline');
  const local = joins ? splitPath(text(spec, 'localField')) : [];
  const foreign = joins ? text(spec, 'foreignField') : '';
  const rest = spec.has('pipeline') ? pipeline(spec.get('pipeline')!) : undefined;
  const partners = (doc: Doc, run: PipelineRun): Value[] => {
    const found = run.find(from, joins ? partnerFilter(doc, local, foreign) : new Map());
    return [...(rest ? rest(found, run) : found)];
  };
  return function* (docs, run) {
    for (const doc of docs) {
      run.budget.tick();
      yield new Map(doc).set(as, partners(doc, run));
    }
  };
};

export const $facet: StageCompiler = (operand, pipeline) => {
  const spec = docOperand('$facet', operand, 40169);
  if (spec.size === 0) throw new MongoFailure(40169, 'the $facet specification must be a non-empty object');
  const facets = [...spec].map(([name, stages]) => [name, pipeline(stages)] as const);
  return function* (docs, run) {
    const input: Doc[] = [];
    let held = 0;
    for (const doc of docs) {
      held += roughSize(doc);
      if (held > MEMORY_LIMIT) throw memoryExceeded('$facet');
      input.push(doc);
    }
    yield new Map<string, Value>(facets.map(([name, facet]) => [name, [...facet(input, run)]]));
  };
};
