import { NOTHING } from '../plan/run.js';
import { MongoFailure } from '../errors.js';
import { decodeDoc } from '../bson/decode.js';
import { doc, type Doc, type Value } from '../bson/types.js';
import type { Budget } from '../budget.js';
import { compileFilter } from '../match/compile.js';
import type { Filter } from '../match/filter.js';
import { matchedPosition } from '../match/position.js';
import type { KeyField } from '../values/keygen.js';
import type { Collection } from '../store/collection.js';
import { ABSENT_FIELDS, STATEMENT_FIELDS } from '../supports.js';
import { compileUpdate, type Update } from '../update/compile.js';
import { upsertDocument } from '../update/upsert.js';
import { Arguments, checkFields, type Handler, namespaceOf, readHint, type Request, type Services } from './request.js';
import { runStatements, withErrors } from './write-errors.js';

/** One compiled update of some documents. */
export interface UpdateStatement {
  filter: Filter;
  update: Update;
  multi: boolean;
  upsert: boolean;
  hint: Value | undefined;
  sort?: KeyField[];
}

/** What an update did; `before` and `after` are those of the last document. */
export interface Updated {
  matched: number;
  modified: number;
  upsertedId?: Value;
  before?: Doc;
  after?: Doc;
}

function readStatement(given: Doc, now: () => Date): UpdateStatement {
  checkFields('update.updates', given, STATEMENT_FIELDS.update, ABSENT_FIELDS);
  const args = new Arguments(given, 'update.updates');
  const update = compileUpdate(given.get('u'), given.get('arrayFilters'), now);
  const multi = args.bool('multi');
  if (multi && update.kind === 'replacement')
    throw new MongoFailure(9, 'multi update is not supported for replacement-style update');
  const filter = compileFilter(args.doc('q') ?? new Map());
  return { filter, update, multi, upsert: args.bool('upsert'), hint: given.get('hint') };
}

/** Runs one update inside a transaction. */
export function runUpdate(
  services: Services,
  collection: Collection,
  statement: UpdateStatement,
  budget: Budget,
): Updated {
  const { filter, update, multi, sort, upsert } = statement;
  const hint = readHint(collection, statement.hint);
  const found = services.finder.find(
    collection,
    { filter, sort, limit: multi ? Infinity : 1, hint, parts: NOTHING },
    budget,
  );
  const numbers = Array.from(found, (match) => match.number);
  const result: Updated = { matched: numbers.length, modified: 0 };
  for (const number of numbers) {
    const bytes = collection.get(number)!;
    result.before = decodeDoc(bytes);
    const position = update.positional ? matchedPosition(filter, result.before) : undefined;
    result.after = update.apply(decodeDoc(bytes), { inserting: false, position });
    if (collection.replace({ number, bytes }, result.before, result.after)) result.modified++;
  }
  if (numbers.length === 0 && upsert) {
    result.after = upsertDocument(filter, update, services.now());
    collection.insert(result.after);
    result.upsertedId = result.after.get('_id')!;
  }
  return result;
}

export const update: Handler = (request) => {
  const { args, catalog, writer, now } = request;
  const namespace = namespaceOf(request);
  const statements = args.docs('updates').map((given) => readStatement(given, now));
  const ordered = args.bool('ordered', true);
  return writer.run(() => {
    const collection = catalog.get(namespace);
    if (!collection && !statements.some(({ upsert }) => upsert)) return doc({ n: 0, nModified: 0 });
    return updateAll(request, collection ?? catalog.ensure(namespace), statements, ordered);
  });
};

function updateAll(request: Request, collection: Collection, statements: UpdateStatement[], ordered: boolean): Doc {
  const upserted: Doc[] = [];
  let n = 0;
  let nModified = 0;
  const errors = runStatements(statements, ordered, (statement, index) => {
    const done = runUpdate(request, collection, statement, request.budget);
    n += done.matched;
    nModified += done.modified;
    if (done.upsertedId === undefined) return;
    n++;
    upserted.push(doc({ index, _id: done.upsertedId }));
  });
  return withErrors(doc({ n, nModified, upserted: upserted.length > 0 ? upserted : undefined }), errors);
}
