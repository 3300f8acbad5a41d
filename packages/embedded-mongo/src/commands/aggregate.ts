import { compileProjection } from '../project.js';
import type { Parts } from '../bson/partial.js';
import { addReferences } from '../plan/parts.js';
import { NOTHING } from '../plan/run.js';
import { MongoFailure } from '../errors.js';
import { encodeDoc } from '../bson/encode.js';
import { type Doc, isDoc, type Value } from '../bson/types.js';
import { compilePipeline, readStage } from '../aggregate/pipeline.js';
import type { PipelineRun, Stage } from '../aggregate/stage.js';
import { compileFilter } from '../match/compile.js';
import type { Query } from '../plan/run.js';
import { wholeNumber } from '../values/number.js';
import { MEMORY_LIMIT, memoryExceeded, readKeyFields } from '../values/sort.js';
import { FIRST_BATCH } from './cursors.js';
import { documents } from './find.js';
import { Arguments, type Handler, namespaceOf, readHint, type Request } from './request.js';

/** The stages at the front that a query does by itself, perhaps from an index, and the pipeline of the others. */
export interface SplitPipeline {
  query: Query;
  /** Undefined when the query is all. */
  rest: Stage | undefined;
}

/** Splits off `$match`, then `$sort`, then `$skip` and `$limit`; compiles everything. */
export function splitPipeline(stages: Value | undefined): SplitPipeline {
  compilePipeline(stages);
  const open = [...(stages as Value[])];
  const next = (name: string): Value | undefined => {
    if (open.length === 0 || readStage(open[0]!)[0] !== name) return undefined;
    return readStage(open.shift()!)[1];
  };
  const filters: Doc[] = [];
  for (let filter = next('$match'); filter !== undefined; filter = next('$match')) filters.push(filter as Doc);
  const query: Query = { filter: { kind: 'and', parts: filters.map(compileFilter) } };
  const sort = next('$sort');
  if (sort !== undefined) query.sort = readKeyFields(sort as Doc, 'a sort');
  const skip = next('$skip');
  if (skip !== undefined) query.skip = wholeNumber(skip, 'the skip');
  const limit = next('$limit');
  if (limit !== undefined) query.limit = wholeNumber(limit, 'the limit');
  query.parts = partsOf(open[0]);
  query.counting = query.parts !== 'all' && query.parts.size === 0;
  return { query, rest: open.length > 0 ? compilePipeline(open) : undefined };
}

/** The parts of a document that the first stage behind the query looks at. */
function partsOf(stage: Value | undefined): Parts {
  if (stage === undefined) return 'all';
  const [name, operand] = readStage(stage);
  if (name === '$count') return NOTHING;
  if (name === '$project') return compileProjection(operand as Doc, '$project').parts;
  if (name !== '$group') return 'all';
  const parts: Parts = new Map();
  return addReferences(parts, operand) ? parts : 'all';
}

/** The documents of a query on a collection, which need not exist. */
function* read(request: Request, namespace: string, query: Query): Iterable<Doc> {
  const collection = request.catalog.get(namespace);
  if (!collection) return;
  for (const match of request.finder.find(collection, query, request.budget)) yield match.doc;
}

/** Runs a pipeline to its end; the results are held encoded, within the limit of memory. */
function runPipeline(request: Request, namespace: string, query: Query, rest: Stage): Buffer[] {
  const run: PipelineRun = {
    budget: request.budget,
    find: (collection, filter) => read(request, `${request.database}.${collection}`, { filter: compileFilter(filter) }),
  };
  const results: Buffer[] = [];
  let held = 0;
  for (const result of rest(read(request, namespace, query), run)) {
    const bytes = encodeDoc(result);
    held += bytes.length;
    if (held > MEMORY_LIMIT) throw memoryExceeded('the result of an aggregation');
    results.push(bytes);
  }
  return results;
}

export const aggregate: Handler = (request) => {
  const { args, budget, catalog, cursors, finder } = request;
  const namespace = namespaceOf(request);
  const { query, rest } = splitPipeline(args.get('pipeline'));
  const cursor = args.get('cursor');
  if (!isDoc(cursor)) throw new MongoFailure(9, "The 'cursor' option is required");
  const first = new Arguments(cursor, 'aggregate.cursor').count('batchSize', FIRST_BATCH);
  const collection = catalog.get(namespace);
  query.hint = readHint(collection, args.get('hint'));
  if (rest) return cursors.start(namespace, runPipeline(request, namespace, query, rest), first);
  const whole = { ...query, parts: NOTHING };
  const found = collection ? documents(collection, whole, finder.find(collection, whole, budget), first) : [];
  return cursors.start(namespace, found, first);
};
