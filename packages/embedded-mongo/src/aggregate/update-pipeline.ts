import type { Doc, Value } from '../bson/types.js';
import { Budget } from '../budget.js';
import { UPDATE_STAGES } from '../supports.js';
import { compilePipeline } from './pipeline.js';

/** An update written as a pipeline, applied to one document. */
export function compileUpdatePipeline(stages: Value[]): (doc: Doc) => Doc {
  const pipeline = compilePipeline(stages, UPDATE_STAGES);
  const run = { budget: new Budget(0), find: () => [] };
  return (doc) => [...pipeline([doc], run)][0]!;
}
