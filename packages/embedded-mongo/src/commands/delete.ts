import { NOTHING } from '../plan/run.js';
import { MongoFailure } from '../errors.js';
import { decodeDoc } from '../bson/decode.js';
import { doc, type Doc, type Value } from '../bson/types.js';
import { compileFilter } from '../match/compile.js';
import type { Filter } from '../match/filter.js';
import { ABSENT_FIELDS, STATEMENT_FIELDS } from '../supports.js';
import { Arguments, checkFields, type Handler, namespaceOf, readHint } from './request.js';
import { runStatements, withErrors } from './write-errors.js';

interface DeleteStatement {
  filter: Filter;
  limit: number;
  hint: Value | undefined;
}

function readStatement(given: Doc): DeleteStatement {
  checkFields('delete.deletes', given, STATEMENT_FIELDS.delete, ABSENT_FIELDS);
  const args = new Arguments(given, 'delete.deletes');
  const limit = args.count('limit', 0);
  if (limit > 1) throw new MongoFailure(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  return { filter: compileFilter(args.doc('q') ?? new Map()), limit: limit || Infinity, hint: given.get('hint') };
}

export const deleteDocuments: Handler = (request) => {
  const { args, catalog, writer, finder, budget } = request;
  const namespace = namespaceOf(request);
  const statements = args.docs('deletes').map(readStatement);
  const ordered = args.bool('ordered', true);
  return writer.run(() => {
    const collection = catalog.get(namespace);
    let n = 0;
    const errors = runStatements(statements, ordered, ({ filter, limit, hint }) => {
      if (!collection) return;
      const found = finder.find(
        collection,
        { filter, limit, hint: readHint(collection, hint), parts: NOTHING },
        budget,
      );
      for (const number of Array.from(found, (match) => match.number)) {
        const bytes = collection.get(number)!;
        collection.remove({ number, bytes }, decodeDoc(bytes));
        n++;
      }
    });
    return withErrors(doc({ n }), errors);
  });
};
