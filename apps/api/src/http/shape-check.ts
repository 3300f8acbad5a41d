import { createRequire } from 'node:module';
import { CLIENT_EVENTS, type Named, ROUTES, SERVER_EVENTS } from '@health-connect/contract/declarations';
import { COMMON_ERRORS } from '@health-connect/contract/errors';
import type { ClientEventDeclaration, ServerEventDeclaration } from '@health-connect/contract/event';
import type { AnyRoute } from '@health-connect/contract/route';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { PROBLEMS, REASONS } from './english.js';
import { AppError } from './errors.js';

type Section = 'answers' | 'metas' | 'acks' | 'events' | 'refusals' | 'reasons' | 'problems';

const schemas = createRequire(import.meta.url)('@health-connect/contract/schemas.json') as Record<Section, object>;
const ajv = new Ajv2020({ strict: false });
ajv.addSchema(schemas, 'contract');

export const undeclared: string[] = [];

const namesOf = <D extends object>(all: Named<D>[]) =>
  new Map<object, string>(all.map(({ declaration, id }) => [declaration, id]));
const routes = namesOf(ROUTES);
const events = namesOf(CLIENT_EVENTS);
const told = namesOf(SERVER_EVENTS);

/** As it travels: dates are text, and what is undefined is not there. */
const asSent = (value: unknown) => JSON.parse(JSON.stringify(value ?? null)) as unknown;

function hold(section: Section, name: string | undefined, value: unknown): void {
  // A test may declare one of its own.
  if (name === undefined) return;
  const validate = name in schemas[section] ? ajv.getSchema(`contract#/${section}/${name}`) : undefined;
  if (validate?.(asSent(value))) return;
  const why = validate
    ? ajv.errorsText(validate.errors, { dataVar: name }) + keysOf(validate.errors)
    : 'nothing is declared';
  fail(`${section} ${name}: ${why}`);
}

/** Ajv says that there is a key too many, and not which. */
const keysOf = (errors: typeof ajv.errors) =>
  (errors ?? [])
    .map(({ params }) => ('additionalProperty' in params ? ` (${String(params.additionalProperty)})` : ''))
    .join('');

function fail(problem: string): never {
  undeclared.push(problem);
  throw new Error(problem);
}

export function requireAnswer(route: AnyRoute, data: unknown, meta: unknown): void {
  const name = routes.get(route);
  hold('answers', name, data);
  if (meta !== undefined) hold('metas', name, meta);
}

export const requireAck = (event: ClientEventDeclaration, data: unknown): void => hold('acks', events.get(event), data);

export const requireEvent = (event: ServerEventDeclaration, payload: unknown): void =>
  hold('events', told.get(event), payload);

export function requireRefusal(by: AnyRoute | ClientEventDeclaration, error: unknown): void {
  if (!(error instanceof AppError)) return;
  const name = routes.get(by) ?? events.get(by);
  const { code, details } = error;
  const known: readonly string[] = [...COMMON_ERRORS, ...(by.errors ?? [])];
  if (name && !known.includes(code)) fail(`${name} refuses with ${code}, which it does not declare`);
  if (details.data !== undefined) hold('refusals', code, details.data);
  requireReason(error);
}

export function requireReason({ reason, params, details: { errors = [] } }: AppError): void {
  if (!REASONS.includes(reason)) fail(`${reason} is no reason`);
  requireParams('reasons', reason, params);
  for (const { problem, params } of errors) {
    if (!PROBLEMS.includes(problem)) fail(`${problem} is no problem`);
    requireParams('problems', problem, params);
  }
}

/** Names, dates and times of closed lists; what somebody typed would have spaces or other letters sooner or later. */
const CLOSED_WORD = /^[\w:.+-]{1,40}$/;

function requireParams(section: 'reasons' | 'problems', name: string, params: object | undefined): void {
  if (params === undefined && !(name in schemas[section])) return;
  hold(section, name, params);
  const free = Object.values(params ?? {})
    .flat()
    .find((value) => typeof value === 'string' && !CLOSED_WORD.test(value));
  if (free !== undefined) fail(`${section} ${name}: params carry free text`);
}
