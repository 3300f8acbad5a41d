import { MongoFailure } from '../errors.js';
import { doc, type Doc } from '../bson/types.js';
import { newObjectId } from '../update/upsert.js';
import { type Handler, namespaceOf } from './request.js';
import { runStatements, withErrors } from './write-errors.js';

/** `_id` comes first, and is made when there is none. */
function identified(given: Doc, now: Date): Doc {
  if (given.keys().next().value === '_id') return given;
  const result: Doc = new Map([['_id', given.get('_id') ?? newObjectId(now)]]);
  for (const [name, value] of given) if (name !== '_id') result.set(name, value);
  return result;
}

export const insert: Handler = (request) => {
  const { args, catalog, writer, now } = request;
  const namespace = namespaceOf(request);
  const documents = args.docs('documents').map((given) => identified(given, now()));
  if (documents.length === 0)
    throw new MongoFailure(16, 'Write batch sizes must be between 1 and 100000. Got 0 operations.');
  const ordered = args.bool('ordered', true);
  return writer.run(() => {
    const collection = catalog.ensure(namespace);
    let n = 0;
    const errors = runStatements(documents, ordered, (document) => {
      collection.insert(document);
      n++;
    });
    return withErrors(doc({ n }), errors);
  });
};
