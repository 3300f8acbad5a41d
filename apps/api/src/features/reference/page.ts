import { CLIENT_EVENTS, FEATURES, ROUTES, SERVER_EVENTS } from '@health-connect/contract/declarations';
import { ERROR_STATUS, type ErrorCode } from '@health-connect/contract/errors';
import type { Schema } from '@health-connect/contract/field-schema';
import type { asyncApi } from './asyncapi.js';
import { answerTo, EVENT_EXAMPLES, EXAMPLES, replyTo } from './examples.js';
import { html, type Html, words } from './html.js';
import type { openApi } from './openapi.js';
import { fieldsOf, row, typeOf } from './shapes.js';
import { STYLE } from './style.js';

type OpenApi = ReturnType<typeof openApi>;
type AsyncApi = ReturnType<typeof asyncApi>;

interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  'x-roles': string | string[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }>; description?: string }>;
}

/** Both documents as one page to read: no script, nothing of another server, the reader's own theme. */
export function referencePage(rest: OpenApi, live: AsyncApi): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <title>Health-Connect API</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <div class="frame">
          <nav aria-label="Contents">${contents()}</nav>
          <main id="content">
            <h1>Health-Connect API</h1>
            <p>${words(rest.info.description)}</p>
            <p>
              For programs: <a href="openapi.json">openapi.json</a> (OpenAPI 3.1) and
              <a href="asyncapi.json">asyncapi.json</a> (AsyncAPI 3).
            </p>
            ${featuresOf(ROUTES).map(
              (feature) =>
                html`<section>
                  <h2 id="rest-${feature}">${feature}</h2>
                  ${operationsOf(rest, feature)}
                </section>`,
            )}
            <h2 id="live">Live events</h2>
            <p>${words(live.info.description)}</p>
            ${featuresOf([...CLIENT_EVENTS, ...SERVER_EVENTS]).map(
              (feature) =>
                html`<section>
                  <h2 id="live-${feature}">${feature}, live</h2>
                  ${sentOf(live, feature)}${toldOf(live, feature)}
                </section>`,
            )}
            <section>
              <h2 id="shapes">Shapes</h2>
              ${Object.entries(rest.components.schemas).map(shapeOf)}
            </section>
          </main>
        </div>
      </body>
    </html> `;
  return page.text;
}

const featuresOf = (named: { feature: string }[]) =>
  Object.keys(FEATURES).filter((feature) => named.some((one) => one.feature === feature));

const contents = () =>
  html` <h2>Routes</h2>
    <ul>
      ${featuresOf(ROUTES).map((feature) => html`<li><a href="#rest-${feature}">${feature}</a></li>`)}
    </ul>
    <h2>Live events</h2>
    <ul>
      ${featuresOf([...CLIENT_EVENTS, ...SERVER_EVENTS]).map((feature) => html`<li><a href="#live-${feature}">${feature}</a></li>`)}
    </ul>
    <h2>Types</h2>
    <ul>
      <li><a href="#shapes">Shapes</a></li>
    </ul>`;

const operationsOf = ({ paths }: OpenApi, feature: string) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>)
      .filter(([, { tags }]) => tags.includes(feature))
      .map(([method, operation]) => operationOf(method, path, operation)),
  );

const operationOf = (method: string, path: string, operation: Operation) =>
  html` <article id="${operation.operationId}">
    <h3><code class="verb">${method.toUpperCase()}</code><code>/api${path}</code></h3>
    <p>${words(operation.summary)}</p>
    <p class="who">${whoMay(operation['x-roles'])}</p>
    ${inputOf(operation)} ${answersOf(operation)}
    ${operation.operationId.split('-').map((id) => exampleOf(id, method, path))}
  </article>`;

const whoMay = (roles: string | string[]) =>
  Array.isArray(roles) ? `For a signed-in ${roles.join(' or ')}.` : 'For anyone, signed in or not.';

function inputOf({ parameters = [], requestBody }: Operation) {
  const places = ['path', 'query', 'header'].flatMap((place) => {
    const rows = parameters.filter((parameter) => parameter.in === place);
    const shown = rows.map(({ name, schema, description, required }) =>
      row(name, { ...schema, description }, required ? null : 'optional'),
    );
    return rows.length > 0
      ? [
          html`<h4>In the ${place}</h4>
            <dl>${shown}</dl>`,
        ]
      : [];
  });
  const bodies = Object.entries(requestBody?.content ?? {}).flatMap(([type, { schema }]) => {
    const variants = Array.isArray(schema.anyOf) ? (schema.anyOf as Schema[]) : [schema];
    return variants.map((each) => {
      const title = variants.length > 1 ? ` of ${String(each.title)}` : type === 'application/json' ? '' : `, ${type}`;
      return html`<h4>Body${title}</h4>
        ${fieldsOf(each)}`;
    });
  });
  return [...places, ...bodies];
}

function answersOf({ responses }: Operation) {
  const rows = Object.entries(responses).flatMap(([status, { content, description }]) => {
    if (status === 'default') return [];
    if (Number(status) >= 400)
      return [
        html`<dt>${status}</dt>
          <dd>${codes(description ?? '')}</dd>`,
      ];
    const [[type, { schema }] = ['', { schema: {} }]] = Object.entries(content ?? {});
    const data = (schema.properties as Record<string, Schema> | undefined)?.data;
    return [
      html`<dt>${status}</dt>
        <dd>${data ? typeOf(data) : type}${data && !data.$ref && fieldsOf(data)}</dd>`,
    ];
  });
  return html`<h4>Answers</h4>
    <dl>${rows}</dl>`;
}

const codes = (list: string) => list.split(', ').map((code, index) => html`${index > 0 && ', '}<code>${code}</code>`);

const json = (value: unknown) => JSON.stringify(value, null, 2);

function exampleOf(id: string, method: string, path: string): Html | null {
  const example = EXAMPLES[id];
  if (!example) return null;
  const { as, params = {}, query = {}, headers = {}, body } = example;
  const search = Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? name);
  const lines = [
    `${method.toUpperCase()} /api${filled}${search && `?${search}`}`,
    ...(as ? [`Cookie: token=… (the ${as})`] : []),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body ? ['', json(body)] : []),
  ];
  const answer = answerTo(id);
  return html`<details>
    <summary>Example: ${id}</summary>
    <pre>${lines.join('\n')}</pre>
    ${answer && html`<pre>${answer.status} ${json(answer.body)}</pre>`}
  </details>`;
}

const sentOf = ({ operations, components }: AsyncApi, feature: string) =>
  CLIENT_EVENTS.filter((named) => named.feature === feature).map(({ id, declaration: { name, summary } }) => {
    const operation = (operations as unknown as Record<string, { 'x-roles': string[]; 'x-errors': ErrorCode[] }>)[id]!;
    const { payload } = (components.messages as Record<string, { payload: Schema }>)[id]!;
    const ack = ackOf(components, id);
    const refusals = operation['x-errors'].filter((code) => ERROR_STATUS[code] === 409);
    return html` <article id="${id}">
      <h3><code class="verb">send</code><code>${name}</code></h3>
      <p>${words(summary)}</p>
      <p class="who">${whoMay(operation['x-roles'])}</p>
      <h4>Payload</h4>
      ${fieldsOf(payload) ?? html`<p>Nothing.</p>`}
      <h4>Ack</h4>
      <p>${typeOf(ack)}${refusals.length > 0 && html`; refused with ${codes(refusals.join(', '))}`}</p>
      <details>
        <summary>Example: ${name}</summary>
        <pre>${json(EVENT_EXAMPLES[id]?.payload)}</pre>
        <pre>${json(replyTo(id))}</pre>
      </details>
    </article>`;
  });

function ackOf({ messages }: AsyncApi['components'], id: string): Schema {
  const { payload } = (messages as Record<string, { payload: { oneOf: Schema[] } }>)[`${id}-ack`]!;
  return (payload.oneOf[0]!.properties as Record<string, Schema>).data!;
}

const toldOf = ({ components }: AsyncApi, feature: string) =>
  SERVER_EVENTS.filter((named) => named.feature === feature).map(({ id, declaration: { name, summary, to } }) => {
    const { payload } = (components.messages as unknown as Record<string, { payload: Schema }>)[id]!;
    return html` <article id="${id}">
      <h3><code class="verb">hear</code><code>${name}</code></h3>
      <p>${words(summary)}</p>
      <p class="who">To ${to}.</p>
      <h4>Payload</h4>
      <p>${typeOf(payload)}</p>
      ${!payload.$ref && fieldsOf(payload)}
    </article>`;
  });

const shapeOf = ([name, schema]: [string, Schema]) =>
  html` <article id="shape-${name}">
    <h3>${name}</h3>
    ${typeof schema.description === 'string' && html`<p>${words(schema.description)}</p>`}
    ${fieldsOf(schema) ?? html`<p>${typeOf(schema)}</p>`}
  </article>`;
