import type { Doc, Value } from '../bson/types.js';

/** Variables by name without `$$`. */
export type Scope = Map<string, Value | undefined>;

/** A compiled expression; `undefined` is a missing value. */
export type Expression = (root: Doc, scope: Scope) => Value | undefined;

/** Compiles the operand of one operator. */
export type Operator = (operand: Value, compile: (value: Value) => Expression) => Expression;
