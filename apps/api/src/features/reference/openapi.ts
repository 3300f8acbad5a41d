import { type Named, ROUTES } from '@health-connect/contract/declarations';
import { COMMON_ERRORS, ERROR_STATUS, type ErrorCode } from '@health-connect/contract/errors';
import type { Schema } from '@health-connect/contract/field-schema';
import type { Fields } from '@health-connect/contract/fields';
import type { AnyRoute } from '@health-connect/contract/route';
import { statusesOf } from '../../http/serve.js';
import { COOKIE_NAME } from '../../lib/tokens.js';
import { answerTo, type Example, EXAMPLES } from './examples.js';
import { shapeOfField, shapeOfFields } from './field-shapes.js';
import { REFUSED, reasonsOf } from './refusal-shapes.js';
import { schemas } from './schemas.js';

type NamedRoute = Named<AnyRoute>;

const DESCRIPTION =
  'Success is `{ success: true, data, meta? }`, failure `{ success: false, code, reason, params?, message, errors?, data?, requestId }`. ' +
  'What is told of a refusal is its `reason` with `params`, and of each bad field its `problem`: whoever shows them has the words. `message` is English, for whoever reads the raw answer. ' +
  'Who is signed in, a cookie says; unsafe methods also need an `Origin` of ours. Times are ISO 8601 in UTC, local dates `YYYY-MM-DD`. ' +
  'Lists take `limit` and `cursor` and answer `meta.nextCursor`, which is null at the end. ' +
  'What is not there and what is not yours to know are both `not_found`.';

/** The whole API below /api as an OpenAPI 3.1 document, made of the declarations and their schemas. */
export function openApi() {
  const paths: Record<string, Record<string, object>> = {};
  for (const [url, alike] of byUrl()) {
    const [method, path] = url.split(' ') as [string, string];
    paths[path.replace(/:(\w+)/g, '{$1}')] = {
      ...paths[path.replace(/:(\w+)/g, '{$1}')],
      [method]: operationOf(alike),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Health-Connect', version: '1', description: DESCRIPTION },
    servers: [{ url: '/api' }],
    tags: [...new Set(ROUTES.map(({ feature }) => feature))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...schemas.components.schemas, Refusal: REFUSAL },
      responses: {
        Refused: { description: 'Refused, as any route may.', content: refusalContent([...COMMON_ERRORS]) },
      },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: COOKIE_NAME } },
    },
  };
}

/** Routes that share a URL are one operation to OpenAPI; who may tells them apart. */
function byUrl(): Map<string, NamedRoute[]> {
  const all = new Map<string, NamedRoute[]>();
  for (const named of ROUTES) {
    const url = `${named.declaration.method} ${named.declaration.path}`;
    all.set(url, [...(all.get(url) ?? []), named]);
  }
  return all;
}

const operationOf = (alike: NamedRoute[]) => {
  const { id, feature, declaration: first } = alike[0]!;
  const parameters = [
    ...parametersOf('path', first.params, EXAMPLES[id]?.params),
    ...parametersOf('query', first.query, EXAMPLES[id]?.query),
    ...Object.entries(first.headers ?? {}).map(([name, description]) => ({
      name,
      in: 'header',
      description,
      schema: { type: 'string' },
    })),
  ];
  const body = bodyOf(alike);
  return {
    operationId: alike.map(({ id }) => id).join('-'),
    tags: [feature],
    summary: alike.map(({ declaration }) => declaration.summary).join(' '),
    'x-roles': first.allow === 'anyone' ? 'anyone' : alike.flatMap(({ declaration }) => declaration.allow),
    security: first.allow === 'anyone' ? [{}, { session: [] }] : [{ session: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: body } }),
    responses: { ...successes(alike), ...refusals(alike), default: { $ref: '#/components/responses/Refused' } },
  };
};

const parametersOf = (place: 'path' | 'query', fields: Fields = {}, examples: Example['query'] = {}) =>
  Object.entries(fields).map(([name, field]) => {
    const { description, ...schema } = shapeOfField(field);
    return {
      name,
      in: place,
      ...(place === 'path' && { required: true }),
      ...(description !== undefined && { description }),
      schema,
      ...(examples[name] !== undefined && { example: examples[name] }),
    };
  });

function bodyOf(alike: NamedRoute[]) {
  const { form } = alike[0]!.declaration;
  if (form) {
    const { properties, required = [], ...rest } = shapeOfFields(form.fields);
    const file = { type: 'string', contentMediaType: form.types.join(', ') };
    const schema = {
      ...rest,
      properties: { ...(properties as object), file },
      required: [...(required as string[]), 'file'],
    };
    return { 'multipart/form-data': { schema } };
  }
  const bodies = alike.flatMap(({ id, declaration: { body } }) =>
    body ? [{ ...shapeOfFields(body), title: id }] : [],
  );
  if (bodies.length === 0) return null;
  const examples = alike.flatMap(({ id, declaration: { summary } }) => {
    const value = EXAMPLES[id]?.body;
    return value ? [[id, { summary, value }]] : [];
  });
  const schema = bodies.length === 1 ? bodies[0]! : { anyOf: bodies };
  return { 'application/json': { schema, examples: Object.fromEntries(examples) as object } };
}

/** A route that answers a file does so in one of these types. */
function successes(alike: NamedRoute[]) {
  const { id, declaration } = alike[0]!;
  const { answer } = declaration;
  const content =
    answer.kind === 'file'
      ? Object.fromEntries(answer.types.map((type) => [type, { schema: BYTES }]))
      : { 'application/json': { schema: envelopeOf(id), examples: answersOf(alike) } };
  const response = { description: answer.kind === 'file' ? 'The file.' : 'Done.', content };
  return Object.fromEntries(statusesOf(declaration).map((status) => [status, response]));
}

const BYTES = { type: 'string', contentEncoding: 'binary' };

function answersOf(alike: NamedRoute[]) {
  const recorded = alike.map(({ id }) => [id, answerTo(id)] as const);
  return Object.fromEntries(recorded.flatMap(([id, answer]) => (answer ? [[id, { value: answer.body }]] : [])));
}

function envelopeOf(id: string): Schema {
  const meta = schemas.metas[id];
  return {
    type: 'object',
    properties: {
      success: { const: true },
      data: schemas.answers[id],
      ...(meta && { meta }),
    },
    required: ['success', 'data', ...(meta ? ['meta'] : [])],
    additionalProperties: false,
  };
}

const REFUSAL: Schema = {
  type: 'object',
  properties: {
    success: { const: false },
    ...REFUSED.properties,
    data: { description: 'What who was refused needs to go on.' },
    requestId: { type: 'string' },
  },
  required: ['success', ...REFUSED.required, 'requestId'],
  additionalProperties: false,
};

/** What these routes may refuse with besides what all may, by its status. */
function refusals(alike: NamedRoute[]) {
  const codes = new Set(alike.flatMap(({ declaration: { errors = [] } }): ErrorCode[] => [...errors]));
  const statuses = new Set([...codes].map((code) => ERROR_STATUS[code]));
  return Object.fromEntries(
    [...statuses].sort().map((status) => {
      const ofStatus = [...codes, ...COMMON_ERRORS].filter((code) => ERROR_STATUS[code] === status);
      return [status, { description: ofStatus.join(', '), content: refusalContent(ofStatus) }];
    }),
  );
}

function refusalContent(codes: ErrorCode[]) {
  const data = codes.flatMap((code): Schema[] => (schemas.refusals[code] ? [schemas.refusals[code]] : []));
  const narrowed = {
    code: { enum: codes },
    reason: { enum: reasonsOf(codes) },
    ...(data.length > 0 && { data: { anyOf: dedupe(data) } }),
  };
  const schema = { allOf: [{ $ref: '#/components/schemas/Refusal' }, { type: 'object', properties: narrowed }] };
  return { 'application/json': { schema } };
}

const dedupe = (all: Schema[]) => [...new Map(all.map((schema) => [JSON.stringify(schema), schema])).values()];
