import type { Filter, Leaf } from '../match/filter.js';
import { inverted } from '../values/key.js';
import type { KeyField } from '../values/keygen.js';
import { splitPath } from '../values/path.js';
import type { Collection } from '../store/collection.js';
import type { Index } from '../store/index-definition.js';
import { successor } from '../store/layout.js';
import { conjuncts, implies } from './implies.js';
import { flipped, holdsNull, intersect, type Interval, intervalsOf, isExact } from './intervals.js';

export interface KeyRange {
  start: Buffer;
  end: Buffer;
}

/** How the candidates of a query are found. Every candidate is matched against the whole filter afterwards. */
export type Plan = { kind: 'scan' } | { kind: 'union'; parts: IndexPlan[] } | IndexPlan;

export interface IndexPlan {
  kind: 'index';
  index: Index;
  ranges: KeyRange[];
  /** The entries come in the order that the sort asks for. */
  sorted: boolean;
  reverse: boolean;
  /** Equal keys all along: the entries come in the order of insertion. */
  inNaturalOrder: boolean;
  /** The fields at the front of the index that the ranges are about. */
  bounded: number;
  score: number;
}

const MAX_RANGES = 256;
const SCORE = { unique: 100, equality: 10, list: 7, sort: 6, range: 5 };

/** A condition that the planner may use, `$elemMatch` opened to conditions on what is inside. */
function usable(leaf: Leaf): Leaf[] {
  if (leaf.inner?.of !== 'fields') return [leaf];
  return conjuncts(leaf.inner.filter)
    .flatMap(usable)
    .map((inner) => {
      const path = `${leaf.path}.${inner.path}`;
      return { ...inner, path, keys: splitPath(path) };
    });
}

/** The intervals of one field. On an array two conditions may hold for different elements, so only one of them counts. */
function fieldIntervals(index: Index, field: KeyField, leaves: Leaf[]): Interval[] | undefined {
  const all = leaves
    .filter((leaf) => leaf.path === field.path)
    .map(intervalsOf)
    .filter((found) => found !== undefined);
  if (all.length < 2) return all[0];
  if (!index.multikey) return all.reduce(intersect);
  return all.find((intervals) => intervals.every(({ point }) => point)) ?? all[0];
}

/** Two fields of one array may match by different elements; then only the first of them narrows the search. */
function sharesArray(index: Index, at: number, bounded: number): boolean {
  const root = index.fields[at]!.keys[0];
  return index.multikey && index.fields.slice(0, bounded).some(({ keys }) => keys[0] === root);
}

interface Bounds {
  ranges: Interval[];
  /** Fields at the front that are held to one value each. */
  fixed: number;
  bounded: number;
  score: number;
  excludesNull: boolean;
}

function boundsOf(index: Index, leaves: Leaf[]): Bounds {
  const bounds: Bounds = {
    ranges: [{ low: index.prefix, high: index.prefix, point: true }],
    fixed: 0,
    bounded: 0,
    score: 0,
    excludesNull: false,
  };
  for (const [at, field] of index.fields.entries()) {
    const found = sharesArray(index, at, bounds.bounded) ? undefined : fieldIntervals(index, field, leaves);
    if (!found || found.length * bounds.ranges.length > MAX_RANGES) break;
    const parts = field.descending ? found.map((one) => flipped(one, inverted)).reverse() : found;
    bounds.ranges = bounds.ranges.flatMap((front) => parts.map((part) => append(front, part)));
    bounds.bounded++;
    bounds.excludesNull ||= !holdsNull(found);
    const points = found.every(({ point }) => point);
    if (points && found.length <= 1 && bounds.fixed === at) bounds.fixed++;
    bounds.score += !points ? SCORE.range : found.length <= 1 ? SCORE.equality : SCORE.list;
    if (!points) break;
  }
  return bounds;
}

function append(front: Interval, part: Interval): Interval {
  return { low: Buffer.concat([front.low, part.low]), high: Buffer.concat([front.low, part.high]), point: part.point };
}

/** Does the index deliver the sort, and in which direction? It has to cover the sort to its last field. */
function sortDirection(index: Index, fixed: number, sort: KeyField[]): 'forward' | 'reverse' | undefined {
  const rest = index.fields.slice(fixed);
  const open = sort.filter(({ path }) => !index.fields.slice(0, fixed).some((field) => field.path === path));
  if (index.multikey || sort.length === 0 || open.length !== rest.length) return undefined;
  const fits = (flip: boolean): boolean =>
    rest.every((field, at) => field.path === open[at]!.path && (field.descending !== open[at]!.descending) === flip);
  return fits(false) ? 'forward' : fits(true) ? 'reverse' : undefined;
}

function planFor(index: Index, leaves: Leaf[], sort: KeyField[]): IndexPlan | undefined {
  if (index.partial && !implies(leaves, index.partial)) return undefined;
  const bounds = boundsOf(index, leaves);
  if (index.sparse && !bounds.excludesNull) return undefined;
  const direction = bounds.ranges.length === 1 ? sortDirection(index, bounds.fixed, sort) : undefined;
  if (bounds.score === 0 && !direction) return undefined;
  const complete = bounds.fixed === index.fields.length;
  const bonus = (direction ? SCORE.sort : 0) + (complete && index.unique ? SCORE.unique : 0);
  const ranges =
    bounds.bounded === 0 ? [{ start: index.prefix, end: successor(index.prefix) }] : bounds.ranges.map(toRange);
  return {
    kind: 'index',
    index,
    ranges,
    sorted: direction !== undefined,
    reverse: direction === 'reverse',
    inNaturalOrder: complete && ranges.length <= 1,
    bounded: bounds.bounded,
    score: bounds.score + bonus,
  };
}

/** Longest bound that the store takes; a cut one lets more through, never less. */
const MAX_BOUND = 1950;

const toRange = ({ low, high }: Interval): KeyRange => ({
  start: low.length > MAX_BOUND ? low.subarray(0, MAX_BOUND) : low,
  end: high.length > MAX_BOUND ? successor(high.subarray(0, MAX_BOUND)) : high,
});

function bestIndex(collection: Collection, leaves: Leaf[], sort: KeyField[]): IndexPlan | undefined {
  let best: IndexPlan | undefined;
  for (const index of collection.indexes) {
    const plan = planFor(index, leaves, sort);
    if (plan && (!best || plan.score > best.score)) best = plan;
  }
  return best;
}

/** An `$or` each branch of which has an index. */
function unionPlan(collection: Collection, filter: Filter, leaves: Leaf[]): Plan | undefined {
  const parts = filter.kind === 'and' ? filter.parts : [filter];
  for (const part of parts) {
    if (part.kind !== 'or' || part.parts.length === 0) continue;
    const plans = part.parts.map((branch) =>
      bestIndex(collection, [...conjuncts(branch).flatMap(usable), ...leaves], []),
    );
    if (plans.every((plan) => plan !== undefined)) return { kind: 'union', parts: plans };
  }
  return undefined;
}

/** Do the entries in the plan's ranges decide the filter, one for each document, so that no document has to be read? */
export function decides(plan: IndexPlan, filter: Filter): boolean {
  const { index, bounded } = plan;
  if (index.multikey) return false;
  if (filter.kind === 'and') return filter.parts.every((part) => decides(plan, part));
  if (filter.kind !== 'leaf') return false;
  return isExact(filter) && index.fields.slice(0, bounded).some(({ path }) => path === filter.path);
}

/** What the caller of a query may force: an index, or a scan of the records. */
export type Hint = Index | 'natural' | undefined;

/** Chooses how to find the candidates for a filter and a sort. */
export function choosePlan(collection: Collection, filter: Filter, sort: KeyField[], hint?: Hint): Plan {
  if (hint === 'natural') return { kind: 'scan' };
  const leaves = conjuncts(filter).flatMap(usable);
  if (hint) return planFor(hint, leaves, sort) ?? hintedScan(hint, leaves);
  const best = bestIndex(collection, leaves, sort);
  if (best && best.score >= SCORE.equality) return best;
  return unionPlan(collection, filter, leaves) ?? best ?? { kind: 'scan' };
}

/** A hinted index without bounds is read whole, unless it may lack documents. */
function hintedScan(index: Index, leaves: Leaf[]): Plan {
  const lacksSome = index.sparse || (index.partial && !implies(leaves, index.partial));
  if (lacksSome) return { kind: 'scan' };
  const whole = { start: index.prefix, end: successor(index.prefix) };
  return {
    kind: 'index',
    index,
    ranges: [whole],
    sorted: false,
    reverse: false,
    inNaturalOrder: false,
    bounded: 0,
    score: 0,
  };
}
