import { MongoFailure } from '../errors.js';
import { type Doc, isDoc, type Value } from '../bson/types.js';
import type { Budget } from '../budget.js';

/** What a running pipeline may ask of its surroundings. */
export interface PipelineRun {
  budget: Budget;
  /** The documents of another collection of the same database that pass a filter. */
  find: (collection: string, filter: Doc) => Iterable<Doc>;
}

/** A compiled stage: documents in, documents out. */
export type Stage = (docs: Iterable<Doc>, run: PipelineRun) => Iterable<Doc>;

/** Compiles the operand of a stage; `pipeline` compiles one inside it. */
export type StageCompiler = (operand: Value, pipeline: (stages: Value) => Stage) => Stage;

/** A stage that makes one document of each. */
export const mapping = (change: (doc: Doc) => Doc): Stage =>
  function* (docs, run) {
    for (const doc of docs) {
      run.budget.tick();
      yield change(doc);
    }
  };

/** The operand of a stage that has to be a document. */
export function docOperand(stage: string, operand: Value, code: number): Doc {
  if (!isDoc(operand)) throw new MongoFailure(code, `the ${stage} specification must be an object`);
  return operand;
}
