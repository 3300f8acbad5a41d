import type { Query, Schema, SchemaType } from 'mongoose';

type Doc = Record<string, unknown>;

/** A path that has a default, with what makes it anew for each document. */
interface Gap {
  path: string[];
  make(doc: Doc): unknown;
}

interface Plan {
  gaps: Gap[];
  /** Objects and lists of objects inside that have defaults of their own. */
  inside: { path: string; plan: Plan }[];
}

const READS = ['find', 'findOne', 'findOneAndUpdate', 'findOneAndReplace', 'findOneAndDelete'] as const;
const plans = new WeakMap<Schema, Plan>();

/**
 * Mongoose gives defaults to documents, not to lean results: one stored before a field existed would come back without
 * it, against its type. From here on every lean read of such a schema's
 * collection fills them in, also inside objects and lists, and only what the
 * query selected.
 */
export function leanDefaults(schema: Schema): void {
  schema.post([...READS], function (this: Query<unknown, unknown>, found: unknown) {
    if (!this.mongooseOptions().lean || !found) return;
    const isSelected = selectionOf(this);
    for (const doc of Array.isArray(found) ? found : [found]) fill(doc, planFor(this, doc), isSelected);
  });
}

/** An account read as such may be a doctor or a patient: their role says whose defaults it has. */
function planFor({ model }: Query<unknown, unknown>, doc: Doc): Plan {
  const { schema, discriminators } = model;
  const kind = doc[String(schema.get('discriminatorKey'))];
  const own = Object.values(discriminators ?? {}).find((each) => valueOf(each.schema) === kind);
  return planOf(own?.schema ?? schema);
}

const valueOf = (schema: Schema & { discriminatorMapping?: { value?: string } }) => schema.discriminatorMapping?.value;

type Selection = (path: string) => boolean;

function selectionOf(query: Query<unknown, unknown>): Selection {
  const named = Object.keys(query.projection() ?? {}).filter((name) => name !== '_id');
  if (named.length === 0) return () => true;
  const isNamed: Selection = (path) =>
    named.some((name) => name === path || path.startsWith(`${name}.`) || name.startsWith(`${path}.`));
  return query.selectedInclusively() ? isNamed : (path) => !isNamed(path);
}

function fill(doc: Doc, { gaps, inside }: Plan, isSelected: Selection, prefix = ''): void {
  for (const { path, make } of gaps) if (isSelected(prefix + path.join('.'))) fillGap(doc, path, make);
  for (const { path, plan } of inside) {
    const found = path.split('.').reduce<unknown>((value, step) => (value as Doc | undefined)?.[step], doc);
    for (const item of Array.isArray(found) ? found : [found]) {
      if (item) fill(item as Doc, plan, isSelected, `${prefix}${path}.`);
    }
  }
}

function fillGap(doc: Doc, path: string[], make: Gap['make']): void {
  const last = path.at(-1)!;
  let place = doc;
  for (const step of path.slice(0, -1)) place = (place[step] ??= {}) as Doc;
  if (place[last] === undefined) place[last] = make(doc);
}

function planOf(schema: Schema): Plan {
  const known = plans.get(schema);
  if (known) return known;
  const plan: Plan = { gaps: [], inside: [] };
  plans.set(schema, plan);
  schema.eachPath((path, type) => {
    const make = path === '_id' || path.includes('$*') ? null : makerOf(schema, path, type);
    if (make) plan.gaps.push({ path: path.split('.'), make });
  });
  for (const child of schema.childSchemas) {
    const inner = planOf(child.schema);
    const { path } = child.model as unknown as { path: string };
    if (inner.gaps.length + inner.inside.length > 0) plan.inside.push({ path, plan: inner });
  }
  return plan;
}

function makerOf(schema: Schema, path: string, type: SchemaType): Gap['make'] | null {
  // Before it was kept, the id already told when.
  if (schema.get('timestamps') && path === 'createdAt')
    return ({ _id }) => (_id as { getTimestamp(): Date }).getTimestamp();
  const byDefault: unknown = (type as SchemaType & { defaultValue?: unknown }).defaultValue;
  if (byDefault === undefined) return null;
  if (typeof byDefault !== 'function') return () => structuredClone(byDefault);
  return (doc) => {
    const made: unknown = byDefault.call(doc, doc);
    return Array.isArray(made) ? [...made] : made;
  };
}

/**
 * In a filter that compares with what was read: a value that may be the default only because nothing was stored.
 * (null finds what is absent.)
 */
export const asStored = <T>(value: T, byDefault: T) => (value === byDefault ? { $in: [value, null] } : value);
