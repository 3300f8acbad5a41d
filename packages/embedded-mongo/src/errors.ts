import type { Doc } from './bson/types.js';

/** MongoDB's own numbers and names of the errors this server answers with. */
const CODE_NAMES: Record<number, string> = {
  1: 'InternalError',
  2: 'BadValue',
  9: 'FailedToParse',
  14: 'TypeMismatch',
  15: 'Overflow',
  20: 'IllegalOperation',
  22: 'InvalidBSON',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  56: 'EmptyFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  91: 'ShutdownInProgress',
  168: 'InvalidPipelineOperator',
  197: 'InvalidIndexSpecificationOption',
  238: 'NotImplemented',
  263: 'OperationNotSupportedInTransaction',
  292: 'QueryExceededMemoryLimitNoDiskUseAllowed',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  14031: 'OutOfDiskSpace',
  17280: 'KeyTooLong',
};

/** A refusal or failure that the client gets as MongoDB's `{ ok: 0, code, codeName, errmsg }`. */
export class MongoFailure extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly details?: Doc,
  ) {
    super(message);
  }

  get codeName(): string {
    return CODE_NAMES[this.code] ?? `Location${this.code}`;
  }
}

/** A value or operator that MongoDB would call bad (code 2). */
export const badValue = (message: string): MongoFailure => new MongoFailure(2, message);

/** A known feature of MongoDB that this server does not have (code 238). */
export const notImplemented = (feature: string): MongoFailure =>
  new MongoFailure(238, `${feature} is not supported by the embedded database; use a real MongoDB for it`);

/** A field of the wrong type (code 14). */
export const typeMismatch = (message: string): MongoFailure => new MongoFailure(14, message);
