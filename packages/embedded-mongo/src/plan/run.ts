import type { Budget } from '../budget.js';
import { decodeParts, type Parts } from '../bson/partial.js';
import type { Doc } from '../bson/types.js';
import { type Filter, matches } from '../match/filter.js';
import type { KeyField } from '../values/keygen.js';
import { Sorter } from '../values/sort.js';
import type { Collection, StoredRecord } from '../store/collection.js';
import { numberOf, withoutNumber } from '../store/layout.js';
import type { Store } from '../store/store.js';
import { neededParts } from './parts.js';
import { choosePlan, decides, type Hint, type IndexPlan, type Plan } from './choose.js';

export interface Query {
  filter: Filter;
  sort?: KeyField[];
  skip?: number;
  limit?: number;
  hint?: Hint;
  /** The parts of each document that the asker looks at; all by default. */
  parts?: Parts;
  /** The asker only counts; matches may come without bytes then. */
  counting?: boolean;
}

/** A record that passed the filter; `doc` has the parts asked for, and perhaps more. */
export interface Match extends StoredRecord {
  doc: Doc;
}

/** What a query looked at. */
export interface Work {
  keys: number;
  docs: number;
}

/** For askers that only want to know which records match. */
export const NOTHING: Parts = new Map();

const NO_BYTES = Buffer.alloc(0);
const NO_FIELDS: Doc = new Map();

/** Runs queries on the store: candidates by plan, then always the whole filter. */
export class Finder {
  constructor(private readonly store: Store) {}

  plan(collection: Collection, query: Query): Plan {
    return choosePlan(collection, query.filter, query.sort ?? [], query.hint);
  }

  /** The matching records in the order of the sort, or else of insertion; the same with and without an index. */
  *find(collection: Collection, query: Query, budget: Budget, work: Work = { keys: 0, docs: 0 }): Iterable<Match> {
    const plan = this.plan(collection, query);
    const parts = neededParts(query.filter, query.sort ?? [], query.parts ?? 'all');
    const fromKeys = query.counting && plan.kind === 'index' && decides(plan, query.filter);
    if (fromKeys) {
      yield* slice(this.fromEntries(plan, budget, work), query.skip ?? 0, query.limit ?? Infinity);
      return;
    }
    const found = this.matching(collection, query.filter, parts, plan, budget, work);
    const sorted = !query.sort?.length || (plan.kind === 'index' && plan.sorted);
    const skip = query.skip ?? 0;
    const limit = query.limit ?? Infinity;
    yield* slice(sorted ? found : this.sorted(collection, found, query.sort!, parts, skip + limit), skip, limit);
  }

  /** How many records pass. */
  count(collection: Collection, query: Query, budget: Budget, work?: Work): number {
    let count = 0;
    const found = this.find(collection, { ...query, parts: NOTHING }, budget, work)[Symbol.iterator]();
    while (!found.next().done) count++;
    return count;
  }

  /** One match for each entry, with nothing of the documents. */
  private *fromEntries(plan: IndexPlan, budget: Budget, work: Work): Iterable<Match> {
    for (const entry of this.entries(plan, work)) {
      budget.tick();
      yield { number: numberOf(entry), bytes: NO_BYTES, doc: NO_FIELDS };
    }
  }

  private *matching(
    collection: Collection,
    filter: Filter,
    parts: Parts,
    plan: Plan,
    budget: Budget,
    work: Work,
  ): Iterable<Match> {
    for (const record of this.candidates(collection, plan, work)) {
      budget.tick();
      work.docs++;
      const doc = decodeParts(record.bytes, parts);
      if (matches(filter, doc)) yield { ...record, doc };
    }
  }

  private *sorted(
    collection: Collection,
    found: Iterable<Match>,
    sort: KeyField[],
    parts: Parts,
    most: number,
  ): Iterable<Match> {
    const sorter = new Sorter<number>(sort, most);
    for (const match of found) sorter.add(match.doc, match.number, 8);
    for (const number of sorter.sorted()) {
      const bytes = collection.get(number)!;
      yield { number, bytes, doc: decodeParts(bytes, parts) };
    }
  }

  private *candidates(collection: Collection, plan: Plan, work: Work): Iterable<StoredRecord> {
    if (plan.kind === 'scan') {
      yield* collection.scan();
      return;
    }
    for (const number of this.numbers(plan, work)) {
      const bytes = collection.get(number);
      if (bytes) yield { number, bytes };
    }
  }

  private numbers(plan: IndexPlan | Extract<Plan, { kind: 'union' }>, work: Work): Iterable<number> {
    if (plan.kind === 'union')
      return ascending(plan.parts.flatMap((part) => [...this.entries(part, work)].map(numberOf)));
    if (plan.sorted) return plan.reverse ? this.reversed(plan, work) : this.inOrder(plan, work);
    if (plan.inNaturalOrder) return this.inOrder(plan, work);
    return ascending([...this.entries(plan, work)].map(numberOf));
  }

  private *entries(plan: IndexPlan, work: Work): Iterable<Buffer> {
    for (const range of plan.ranges) {
      for (const key of this.store.keys({ ...range, reverse: plan.sorted && plan.reverse })) {
        work.keys++;
        yield key;
      }
    }
  }

  private *inOrder(plan: IndexPlan, work: Work): Iterable<number> {
    for (const key of this.entries(plan, work)) yield numberOf(key);
  }

  /** Backwards, but records of equal keys in the order of their insertion, as a sort leaves them. */
  private *reversed(plan: IndexPlan, work: Work): Iterable<number> {
    let equal: number[] = [];
    let current: Buffer | undefined;
    for (const entry of this.entries(plan, work)) {
      const key = withoutNumber(entry);
      if (current && !current.equals(key)) {
        yield* equal.reverse();
        equal = [];
      }
      current = key;
      equal.push(numberOf(entry));
    }
    yield* equal.reverse();
  }
}

const ascending = (numbers: number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

function* slice<T>(items: Iterable<T>, skip: number, limit: number): Iterable<T> {
  if (limit <= 0) return;
  let seen = 0;
  for (const item of items) {
    if (seen++ < skip) continue;
    yield item;
    if (seen >= skip + limit) return;
  }
}
