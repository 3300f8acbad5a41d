import { MongoFailure } from '../errors.js';
import { decodeDoc } from '../bson/decode.js';
import { doc, type Doc } from '../bson/types.js';
import { compileFilter } from '../match/compile.js';
import { compileProjection } from '../project.js';
import { readKeyFields } from '../values/sort.js';
import { compileUpdate } from '../update/compile.js';
import { type Handler, namespaceOf, readHint, type Request } from './request.js';
import { runUpdate, type UpdateStatement } from './update.js';

type Answer = (value: Doc | undefined, lastErrorObject: Doc) => Doc;

function answerer({ args }: Request): Answer {
  const spec = args.doc('fields');
  const project = spec && spec.size > 0 ? compileProjection(spec, 'find').apply : (found: Doc) => found;
  return (value, lastErrorObject) => doc({ lastErrorObject, value: value ? project(value) : null });
}

function removing(request: Request, answer: Answer): Doc | Promise<Doc> {
  const { args, catalog, finder, writer, budget } = request;
  if (args.bool('new') || args.bool('upsert'))
    throw new MongoFailure(9, 'Cannot specify new or upsert when remove=true');
  const filter = compileFilter(args.doc('query') ?? new Map());
  const sort = readKeyFields(args.doc('sort') ?? new Map(), 'a sort');
  return writer.run(() => {
    const collection = catalog.get(namespaceOf(request));
    const hint = readHint(collection, args.get('hint'));
    const [match] = collection ? finder.find(collection, { filter, sort, limit: 1, hint }, budget) : [];
    if (!match) return answer(undefined, doc({ n: 0 }));
    collection!.remove(match, decodeDoc(match.bytes));
    return answer(match.doc, doc({ n: 1 }));
  });
}

function readStatement({ args, now }: Request): UpdateStatement {
  return {
    filter: compileFilter(args.doc('query') ?? new Map()),
    update: compileUpdate(args.get('update'), args.get('arrayFilters'), now),
    multi: false,
    upsert: args.bool('upsert'),
    hint: args.get('hint'),
    sort: readKeyFields(args.doc('sort') ?? new Map(), 'a sort'),
  };
}

function updating(request: Request, answer: Answer): Promise<Doc> {
  const { args, catalog, writer, budget } = request;
  const statement = readStatement(request);
  const wantsNew = args.bool('new');
  const namespace = namespaceOf(request);
  return writer.run(() => {
    const collection = statement.upsert ? catalog.ensure(namespace) : catalog.get(namespace);
    if (!collection) return answer(undefined, doc({ n: 0, updatedExisting: false }));
    const done = runUpdate(request, collection, statement, budget);
    const n = done.matched + (done.upsertedId === undefined ? 0 : 1);
    const outcome = doc({ n, updatedExisting: done.matched > 0, upserted: done.upsertedId });
    return answer(wantsNew ? done.after : done.before, outcome);
  });
}

export const findAndModify: Handler = (request) => {
  const answer = answerer(request);
  const remove = request.args.bool('remove');
  if (remove === (request.args.get('update') !== undefined)) {
    throw new MongoFailure(9, 'Either an update or remove=true must be specified');
  }
  return remove ? removing(request, answer) : updating(request, answer);
};
