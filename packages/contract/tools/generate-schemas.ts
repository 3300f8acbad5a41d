import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as TS from 'typescript';
import TJS from 'typescript-json-schema';
import { CLIENT_EVENTS, type Named, ROUTES, SERVER_EVENTS } from '../src/declarations.js';

/** A JSON Schema (2020-12), or a part of one. */
export type Schema = { [key: string]: unknown };

/** What is written to schemas.json. References point into it, and hold in an OpenAPI document too. */
export interface Schemas {
  components: { schemas: Record<string, Schema> };
  /** By the name of a declaration. */
  answers: Record<string, Schema>;
  metas: Record<string, Schema>;
  acks: Record<string, Schema>;
  events: Record<string, Schema>;
  /** `data` of a refusal, by its code. */
  refusals: Record<string, Schema>;
  /** `params` by the reason of a refusal, and by the problem of a field; the others have none. */
  reasons: Record<string, Schema>;
  problems: Record<string, Schema>;
}

const REFERENCE = '#/components/schemas/';

// Its own TypeScript: a program of another version is not one that it can read.
const ts = createRequire(createRequire(import.meta.url).resolve('typescript-json-schema'))('typescript') as typeof TS;

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url));
/** In memory only. */
const ENTRY = `${SOURCES}all-that-is-sent.ts`;

const importOf = ({ feature, id }: Named<unknown>) => `import('./${feature}.js').${id}`;

const SECTIONS = {
  answers: () =>
    ROUTES.filter(({ declaration }) => declaration.answer.kind === 'data').map(
      (named) => `'${named.id}': route.AnswerOf<typeof ${importOf(named)}>;`,
    ),
  metas: () =>
    ROUTES.filter(({ declaration }) => declaration.answer.kind === 'data').map(
      (named) => `'${named.id}': route.MetaOf<typeof ${importOf(named)}>;`,
    ),
  acks: () => CLIENT_EVENTS.map((named) => `'${named.id}': event.AckOf<typeof ${importOf(named)}>;`),
  events: () => SERVER_EVENTS.map((named) => `'${named.id}': event.PayloadOf<typeof ${importOf(named)}>;`),
} satisfies Record<string, () => string[]>;

/** One interface for each section, with the type of everything in it as the compiler works it out. */
const entryText = () =>
  [
    `import type * as event from './event.js';`,
    `import type * as route from './route.js';`,
    `import type { ErrorData } from './error-data.js';`,
    `import type { ProblemParams } from './problems.js';`,
    `import type { ReasonParams } from './refusals.js';`,
    ...Object.entries(SECTIONS).map(([name, lines]) => `export interface Sent_${name} {\n${lines().join('\n')}\n}`),
    `export interface Sent_refusals extends ErrorData {}`,
    `export interface Sent_reasons extends ReasonParams {}`,
    `export interface Sent_problems extends ProblemParams {}`,
  ].join('\n');

function programOf(text: string) {
  const options: TS.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === ENTRY || fileExists(name);
  host.getSourceFile = (name, version, ...more) =>
    name === ENTRY ? ts.createSourceFile(name, text, version, true) : getSourceFile(name, version, ...more);
  return ts.createProgram([ENTRY], options, host);
}

/** Works out the schema of every answer, ack, event and refusal from the types of their declarations. */
export function generateSchemas(): Schemas {
  const generator = TJS.buildGenerator(programOf(entryText()) as never, {
    required: true,
    noExtraProps: true,
    strictNullChecks: true,
    ref: true,
  });
  if (!generator) throw new Error('The contract does not compile; see the problems above.');
  const schemas: Record<string, Schema> = {};
  const section = (name: string) => {
    const { properties = {}, definitions = {} } = generator.getSchemaForSymbol(`Sent_${name}`);
    Object.assign(schemas, modernise(definitions));
    const found = Object.entries(modernise(properties) as Record<string, Schema>);
    return sorted(Object.fromEntries(found.map(([key, schema]) => [key, withoutWords(schema)])));
  };
  const sent = {
    answers: section('answers'),
    metas: withoutNone(section('metas')),
    acks: section('acks'),
    events: section('events'),
    refusals: section('refusals'),
    reasons: section('reasons'),
    problems: section('problems'),
  };
  return { components: { schemas: sorted(named(schemas, schemas)) }, ...(named(sent, schemas) as typeof sent) };
}

/** Types without a name of their own (`Infer<…>`) are written out where they are used. */
function named<T>(part: T, schemas: Record<string, Schema>): T {
  if (Array.isArray(part)) return part.map((item: unknown) => named(item, schemas)) as T;
  if (typeof part !== 'object' || part === null) return part;
  const { $ref } = part as Schema;
  const name = typeof $ref === 'string' ? decodeURIComponent($ref.slice(REFERENCE.length)) : 'none';
  if (!isName(name)) return named(schemas[name], schemas) as T;
  const own = Object.entries(part).filter(([key]) => isName(key) || !(key in schemas));
  return Object.fromEntries(own.map(([key, inside]) => [key, named(inside as unknown, schemas)])) as T;
}

const isName = (name: string) => /^\w+$/.test(name);

/** What the compiler is asked for is described where it is declared, not by how it is asked. */
const withoutWords = (schema: Schema): Schema => without(schema, 'description');
const without = (schema: Schema, ...keys: string[]): Schema =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => !keys.includes(key)));

const sorted = <T>(record: Record<string, T>) =>
  Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));

/** `meta: undefined` has no schema. */
const withoutNone = (record: Record<string, Schema>) =>
  Object.fromEntries(Object.entries(record).filter(([, schema]) => Object.keys(schema).some((key) => key !== 'not')));

/** From draft-07 to 2020-12, which OpenAPI 3.1 speaks: where definitions are, and how a tuple is written. */
function modernise(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(modernise);
  if (typeof part !== 'object' || part === null) return part;
  const { items } = part as Schema;
  const rest = Object.entries(without(part as Schema, 'items', 'additionalItems'));
  const made = Object.fromEntries(rest.map(([key, value]) => [key, modernise(value)]));
  if (typeof made.$ref === 'string') made.$ref = made.$ref.replace('#/definitions/', REFERENCE);
  if (Array.isArray(items)) return { ...made, prefixItems: items.map(modernise), items: false };
  return items === undefined ? made : { ...made, items: modernise(items) };
}
