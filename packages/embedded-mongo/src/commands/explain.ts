import { MongoFailure, notImplemented } from '../errors.js';
import { doc, type Doc, isDoc } from '../bson/types.js';
import { compileFilter } from '../match/compile.js';
import type { IndexPlan, Plan } from '../plan/choose.js';
import type { Query } from '../plan/run.js';
import type { Collection } from '../store/collection.js';
import { COMMANDS, COMMON_FIELDS } from '../supports.js';
import { splitPipeline } from './aggregate.js';
import { readQuery } from './find.js';
import { Arguments, checkFields, type Handler, namespaceOf, readHint, type Request } from './request.js';

const EXPLAINED = { find: 'filter', count: 'query', distinct: 'query', findAndModify: 'query' } as const;

function explainedQuery(request: Request, collection: Collection | undefined): Query {
  const { args, name } = request;
  if (name in EXPLAINED) {
    const query = readQuery(request, collection, EXPLAINED[name as keyof typeof EXPLAINED]);
    return { ...query, counting: name === 'count' };
  }
  if (name === 'aggregate') {
    const { query } = splitPipeline(args.get('pipeline'));
    return { ...query, hint: readHint(collection, args.get('hint')) };
  }
  if (name !== 'update' && name !== 'delete') throw notImplemented(`explain of ${name}`);
  const [statement] = args.docs(name === 'update' ? 'updates' : 'deletes');
  return { filter: compileFilter(new Arguments(statement ?? new Map(), name).doc('q') ?? new Map()) };
}

function indexStage(plan: IndexPlan): Doc {
  const direction = plan.reverse ? 'backward' : 'forward';
  const { index } = plan;
  return doc({
    stage: 'IXSCAN',
    keyPattern: index.key,
    indexName: index.name,
    isMultiKey: index.multikey,
    direction,
    ranges: plan.ranges.length,
  });
}

function describePlan(plan: Plan, sorts: boolean): Doc {
  const candidates =
    plan.kind === 'scan' ? doc({ stage: 'COLLSCAN' }) : doc({ stage: 'FETCH', inputStage: source(plan) });
  const presorted = !sorts || (plan.kind === 'index' && plan.sorted);
  return presorted ? candidates : doc({ stage: 'SORT', inputStage: candidates });
}

function source(plan: Exclude<Plan, { kind: 'scan' }>): Doc {
  return plan.kind === 'index' ? indexStage(plan) : doc({ stage: 'OR', inputStages: plan.parts.map(indexStage) });
}

/** Tells the plan of a command, and what it looks at; nothing is written. */
export const explain: Handler = (request) => {
  const command = request.args.get('explain');
  if (!isDoc(command)) throw new MongoFailure(14, 'explain needs a command');
  const name = [...command.keys()][0] ?? '';
  if (!Object.hasOwn(COMMANDS, name)) throw new MongoFailure(59, `no such command: '${name}'`);
  checkFields(name, command, [name, ...COMMANDS[name as keyof typeof COMMANDS], ...COMMON_FIELDS], []);
  const inner: Request = { ...request, name, args: new Arguments(command, name) };
  const namespace = namespaceOf(inner);
  const collection = request.catalog.get(namespace);
  const query = explainedQuery(inner, collection);
  if (!collection) return doc({ queryPlanner: doc({ namespace, winningPlan: doc({ stage: 'EOF' }) }) });
  const plan = request.finder.plan(collection, query);
  const planner = doc({ namespace, winningPlan: describePlan(plan, (query.sort?.length ?? 0) > 0) });
  if (request.args.get('verbosity') === 'queryPlanner') return doc({ queryPlanner: planner });
  const work = { keys: 0, docs: 0 };
  const nReturned = request.finder.count(collection, query, request.budget, work);
  const executionStats = doc({ nReturned, totalKeysExamined: work.keys, totalDocsExamined: work.docs });
  return doc({ queryPlanner: planner, executionStats });
};
