import { MongoFailure } from '../errors.js';
import { encodeDoc } from '../bson/encode.js';
import { doc, type Doc } from '../bson/types.js';
import { compileFilter } from '../match/compile.js';
import { matches } from '../match/filter.js';
import type { Collection } from '../store/collection.js';
import { presentIndex } from '../store/index-definition.js';
import { type Handler, namespaceOf } from './request.js';

const nameOf = ({ namespace }: Collection): string => namespace.slice(namespace.indexOf('.') + 1);

function present(collection: Collection, nameOnly: boolean): Doc {
  const brief = { name: nameOf(collection), type: 'collection' };
  if (nameOnly) return doc(brief);
  return doc({ ...brief, options: doc({}), info: doc({ readOnly: false }), idIndex: presentIndex(collection.idIndex) });
}

export const listCollections: Handler = ({ args, catalog, cursors, database }) => {
  const filter = compileFilter(args.doc('filter') ?? new Map());
  const nameOnly = args.bool('nameOnly');
  const shown = catalog.list(database).map((collection) => present(collection, nameOnly));
  const passing = shown.filter((one) => matches(filter, one)).map(encodeDoc);
  return cursors.start(`${database}.$cmd.listCollections`, passing, Infinity);
};

export const create: Handler = (request) => {
  const namespace = namespaceOf(request);
  return request.writer.run(() => {
    if (request.catalog.get(namespace)) throw new MongoFailure(48, `Collection ${namespace} already exists.`);
    request.catalog.ensure(namespace);
    return doc({});
  });
};

export const drop: Handler = (request) => {
  const namespace = namespaceOf(request);
  return request.writer.runAlone(() => {
    const collection = request.catalog.get(namespace);
    if (!collection) return doc({});
    const nIndexesWas = collection.indexes.length;
    request.catalog.drop(collection);
    return doc({ nIndexesWas, ns: namespace });
  });
};

export const dropDatabase: Handler = ({ catalog, database, writer }) =>
  writer.runAlone(() => {
    for (const collection of catalog.list(database)) catalog.drop(collection);
    return doc({ dropped: database });
  });
