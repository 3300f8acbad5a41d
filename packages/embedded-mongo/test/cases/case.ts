import type { AggregateOptions, Document, FindOptions, UpdateOptions } from 'mongodb';

/** The root of the pages that the cases are taken from. */
export const MANUAL = 'https://www.mongodb.com/docs/manual/reference/';

interface Expected {
  /** The entries of the support list that the case is about. */
  covers: string[];
  /** Page of MongoDB's manual, below `MANUAL`. */
  page: string;
  docs: Document[];
}

/** Which documents a filter finds: their `_id`s in order, or the documents whole. */
export interface FindCase extends Expected {
  find: Document;
  options?: FindOptions;
  gives: unknown[];
}

/** What an update leaves in the collection. */
export interface UpdateCase extends Expected {
  filter?: Document;
  update: Document | Document[];
  options?: UpdateOptions & { multi?: boolean };
  leaves: Document[];
  /** In place of `leaves` where a value depends on the time: a filter that each document passes then. */
  passes?: Document;
}

export interface PipelineCase extends Expected {
  pipeline: Document[];
  options?: AggregateOptions;
  /** Documents of a second collection, called `others`. */
  others?: Document[];
  gives: Document[];
}

/** What an expression makes of one document. */
export interface ExpressionCase {
  covers: string[];
  page: string;
  on: Document;
  expression: unknown;
  gives: unknown;
}

const slug = (operator: string): string => operator.slice(1);

/** Cases of one query operator: documents, then filters with what they find. */
export function queryCases(
  operator: string,
  docs: Document[],
  cases: [filter: Document, gives: unknown[], options?: FindOptions][],
): FindCase[] {
  const page = `operator/query/${slug(operator)}`;
  return cases.map(([find, gives, options]) => ({ covers: [operator], page, docs, find, gives, options }));
}

export function updateCases(
  operator: string,
  cases: [before: Document, update: Document, after: Document][],
): UpdateCase[] {
  const page = `operator/update/${slug(operator)}`;
  return cases.map(([before, update, after]) => ({
    covers: [operator],
    page,
    docs: [before],
    update,
    leaves: [after],
  }));
}

export function expressionCases(
  operator: string,
  cases: [expression: unknown, gives: unknown, on?: Document][],
): ExpressionCase[] {
  const page = `operator/aggregation/${slug(operator)}`;
  return cases.map(([expression, gives, on = {}]) => ({ covers: [operator], page, on, expression, gives }));
}

/** Documents that differ in one field, numbered from 1. */
export const withValues = (field: string, values: unknown[]): Document[] =>
  values.map((value, at) => (value === undefined ? { _id: at + 1 } : { _id: at + 1, [field]: value }));
