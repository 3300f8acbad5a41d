import { encodeDoc } from '../bson/encode.js';
import { doc, type Doc, type Value } from '../bson/types.js';
import { compileFilter } from '../match/compile.js';
import { matches } from '../match/filter.js';
import { addPath, decodeParts, type Parts } from '../bson/partial.js';
import { neededParts } from '../plan/parts.js';
import { compileProjection, type Projection } from '../project.js';
import { type Match, NOTHING, type Query } from '../plan/run.js';
import type { Collection } from '../store/collection.js';
import { valueKey } from '../values/key.js';
import { splitPath, valuesAt } from '../values/path.js';
import { readKeyFields } from '../values/sort.js';
import { FIRST_BATCH } from './cursors.js';
import { type Handler, namespaceOf, readHint, type Request } from './request.js';

/** The query of a `find`, `count` or `distinct`; `filterField` is what its filter is called. */
export function readQuery(request: Request, collection: Collection | undefined, filterField: string): Query {
  const { args } = request;
  return {
    filter: compileFilter(args.doc(filterField) ?? new Map()),
    sort: readKeyFields(args.doc('sort') ?? new Map(), 'a sort'),
    skip: args.count('skip', 0),
    limit: args.count('limit', 0) || Infinity,
    hint: readHint(collection, args.get('hint')),
  };
}

/**
 * The documents of a query for a cursor. Those beyond the first batch are remembered by number and read when they are
 * asked for; one that was deleted or changed away from the filter by then is left out.
 */
export function* documents(
  collection: Collection,
  query: Query,
  found: Iterable<Match>,
  first: number,
  project?: Projection,
): Iterable<Buffer> {
  const later: number[] = [];
  const early: Match[] = [];
  for (const match of found) {
    if (early.length <= first) early.push(match);
    else later.push(match.number);
  }
  for (const { bytes, doc: parts } of early) yield shown(bytes, parts, project);
  const needed = neededParts(query.filter, [], query.parts ?? 'all');
  for (const number of later) {
    const bytes = collection.get(number);
    const parts = bytes && decodeParts(bytes, needed);
    if (parts && matches(query.filter, parts)) yield shown(bytes, parts, project);
  }
}

/** A document as the client asked to see it; without a projection its stored bytes. */
function shown(bytes: Buffer, parts: Doc, project: Projection | undefined): Buffer {
  if (!project) return bytes;
  return project.slice ? project.slice(bytes) : encodeDoc(project.apply(parts));
}

export const find: Handler = (request) => {
  const { args, catalog, cursors, finder, budget } = request;
  const namespace = namespaceOf(request);
  const collection = catalog.get(namespace);
  const query = readQuery(request, collection, 'filter');
  const spec = args.doc('projection');
  const project = spec && spec.size > 0 ? compileProjection(spec, 'find') : undefined;
  const first = args.count('batchSize', FIRST_BATCH);
  if (!collection) return cursors.start(namespace, [], first);
  const single = args.bool('singleBatch');
  query.parts = project && !project.slice ? project.parts : NOTHING;
  const bounded = single ? { ...query, limit: Math.min(query.limit!, first) } : query;
  const found = finder.find(collection, bounded, budget);
  return cursors.start(namespace, documents(collection, query, found, first, project), first, single);
};

export const count: Handler = (request) => {
  const collection = request.catalog.get(namespaceOf(request));
  const query = readQuery(request, collection, 'query');
  if (!collection) return doc({ n: 0 });
  const all = (request.args.doc('query')?.size ?? 0) === 0 && query.skip === 0 && query.limit === Infinity;
  if (all) return doc({ n: collection.count() });
  return doc({ n: request.finder.count(collection, { ...query, counting: true }, request.budget) });
};

export const distinct: Handler = (request) => {
  const collection = request.catalog.get(namespaceOf(request));
  const keys = splitPath(request.args.string('key'));
  const query = readQuery(request, collection, 'query');
  const parts: Parts = new Map();
  addPath(parts, keys);
  const seen = new Map<string, Value>();
  const found = collection ? request.finder.find(collection, { ...query, parts }, request.budget) : [];
  for (const match of found) {
    for (const value of valuesAt(match.doc, keys)) {
      if (value === undefined) continue;
      const key = valueKey(value).toString('latin1');
      if (!seen.has(key)) seen.set(key, value);
    }
  }
  return doc({ values: [...seen.values()] });
};
