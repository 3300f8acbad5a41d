import { MongoFailure } from '../errors.js';
import { doc } from '../bson/types.js';
import type { Handler } from './request.js';

const asId = (value: unknown): bigint => (typeof value === 'bigint' ? value : BigInt(Number(value)));

export const getMore: Handler = ({ args, cursors, database }) =>
  cursors.more(
    asId(args.get('getMore')),
    `${database}.${args.string('collection')}`,
    args.count('batchSize', 0) || Infinity,
  );

export const killCursors: Handler = ({ args, cursors }) => {
  const ids = args.get('cursors');
  if (!Array.isArray(ids)) throw new MongoFailure(14, "'cursors' must be an array");
  const killed = ids.filter((id) => cursors.kill(asId(id)));
  const notFound = ids.filter((id) => !killed.includes(id));
  return doc({ cursorsKilled: killed, cursorsNotFound: notFound, cursorsAlive: [], cursorsUnknown: [] });
};
