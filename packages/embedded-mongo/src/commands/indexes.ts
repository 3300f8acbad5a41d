import { MongoFailure } from '../errors.js';
import { encodeDoc } from '../bson/encode.js';
import { doc, type Doc, isDoc, type Value } from '../bson/types.js';
import { equalValues } from '../values/compare.js';
import type { Collection } from '../store/collection.js';
import { ID_INDEX_NAME, type Index, presentIndex } from '../store/index-definition.js';
import { readIndex } from './index-options.js';
import { type Handler, namespaceOf, type Request } from './request.js';

/** What makes two indexes on the same fields different ones. */
function sameIndex(index: Index, wanted: Doc): boolean {
  return (
    equalValues(index.key, wanted.get('key')) &&
    index.unique === wanted.get('unique') &&
    index.sparse === wanted.get('sparse') &&
    equalValues(index.partialSpec, wanted.get('partialFilterExpression'))
  );
}

/** True when the index is there already; throws when another one stands in its way. */
function alreadyThere(collection: Collection, wanted: Doc): boolean {
  const name = wanted.get('name') as string;
  const named = collection.indexNamed(name);
  const expires = wanted.get('expireAfterSeconds');
  if (named) {
    if (!equalValues(named.key, wanted.get('key'))) {
      throw new MongoFailure(86, `An existing index has the same name as the requested index but other keys: ${name}`);
    }
    if (!sameIndex(named, wanted) || named.expireAfterSeconds !== expires) {
      throw new MongoFailure(
        85,
        `An equivalent index already exists with the same name but different options: ${name}`,
      );
    }
    return true;
  }
  const same = collection.indexes.find((index) => sameIndex(index, wanted));
  if (same) throw new MongoFailure(85, `Index already exists with a different name: ${same.name}`);
  return false;
}

const isIdKey = (wanted: Doc): boolean => equalValues(wanted.get('key'), doc({ _id: 1 }));

export const createIndexes: Handler = async (request) => {
  const { args, catalog, writer } = request;
  const namespace = namespaceOf(request);
  const wanted = args
    .docs('indexes')
    .map(readIndex)
    .filter((index) => !isIdKey(index));
  return writer.runAlone(() => {
    const isNew = catalog.get(namespace) === undefined;
    const collection = catalog.ensure(namespace);
    const before = collection.indexes.length;
    for (const index of wanted) if (!alreadyThere(collection, index)) catalog.addIndex(collection, index);
    const after = collection.indexes.length;
    const note = before === after ? 'all indexes already exist' : undefined;
    return doc({ numIndexesBefore: before, numIndexesAfter: after, createdCollectionAutomatically: isNew, note });
  });
};

function existing(request: Request): Collection {
  const namespace = namespaceOf(request);
  const collection = request.catalog.get(namespace);
  if (!collection) throw new MongoFailure(26, `ns does not exist: ${namespace}`);
  return collection;
}

export const listIndexes: Handler = (request) => {
  const shown = existing(request).indexes.map((index) => encodeDoc(presentIndex(index)));
  return request.cursors.start(namespaceOf(request), shown, Infinity);
};

function chosen(collection: Collection, wanted: Value | undefined): Index[] {
  if (Array.isArray(wanted)) return wanted.flatMap((name) => chosen(collection, name));
  if (wanted === '*') return collection.indexes.filter((index) => index.name !== ID_INDEX_NAME);
  const found = isDoc(wanted)
    ? collection.indexes.find((index) => equalValues(index.key, wanted))
    : collection.indexes.find((index) => index.name === wanted);
  if (!found)
    throw new MongoFailure(
      27,
      `index not found with name [${isDoc(wanted) ? [...wanted.keys()].join() : String(wanted)}]`,
    );
  if (found.name === ID_INDEX_NAME) throw new MongoFailure(72, 'cannot drop _id index');
  return [found];
}

export const dropIndexes: Handler = (request) => {
  const wanted = request.args.get('index');
  return request.writer.runAlone(() => {
    const collection = existing(request);
    const nIndexesWas = collection.indexes.length;
    for (const index of new Set(chosen(collection, wanted))) request.catalog.removeIndex(collection, index);
    return doc({ nIndexesWas });
  });
};
