import { CLIENT_EVENTS, ROUTES } from '@health-connect/contract/declarations';
import type { ClientEvent } from '@health-connect/contract/realtime';
import type { AnyRoute } from '@health-connect/contract/route';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import asyncApiSpecs from '@asyncapi/specs';
import sharp from 'sharp';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestApp } from '../../../test/app.js';
import { DEVICES, makeCall, makeFixtures, openConsult } from '../../../test/example-fixtures.js';
import { files } from '../../lib/files.js';
import { setMailOutlet } from '../../lib/mail.js';
import { asyncApi } from './asyncapi.js';
import { EVENT_EXAMPLES, EXAMPLE_TIME, EXAMPLES, IDS } from './examples.js';
import { openApi } from './openapi.js';

vi.mock('../../lib/passwords.js', async (original) => ({
  ...(await original<object>()),
  ...(await import('../../../test/cheap-passwords.js')),
}));

const app = createTestApp();
const document = openApi();
const live = asyncApi();
const recorded = { routes: {} as Record<string, unknown>, events: {} as Record<string, unknown> };
const picture = sharp({ create: { width: 4, height: 4, channels: 3, background: '#c82828' } }).png();

beforeAll(async () => {
  setMailOutlet(async () => {});
  const bytes = await picture.toBuffer();
  Object.assign(files, { put: async () => undefined, read: async () => bytes });
});

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
function expectToFit(value: unknown, schema: object | undefined, components: object, what: string) {
  expect(schema, `${what} is not documented`).toBeDefined();
  const validate = ajv.compile({ ...schema, components });
  validate(value);
  expect(validate.errors ?? [], what).toEqual([]);
}

/** What differs from run to run is written in one way. */
const steady = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replace(/\b[0-9a-f]{24}\b/g, (id) => (Object.values<string>(IDS).includes(id) ? id : '66f1a2b3c4d5e6f708192aff'))
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (at) =>
        Math.abs(Date.parse(at) - Date.now()) < 3_600_000 ? EXAMPLE_TIME : at,
      )
      .replace(/"uptimeSeconds":\d+/, '"uptimeSeconds":60')
      .replace(/"tz":\{"version":"\w+","outdated":\w+\}/, '"tz":{"version":"2025b","outdated":false}')
      .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '9449cc27-5c36-4051-9c97-a198199d2068')
      .replace(/"bytes":\d+/, '"bytes":120'),
  );

function send({ method, path }: AnyRoute, id: string) {
  const { as, params = {}, query = {}, headers = {}, body } = EXAMPLES[id]!;
  const client = as ? app.as({ id: IDS[as], role: as }) : app.anonymous;
  const url = `/api${path.replace(/:(\w+)/g, (_, name: string) => params[name]!)}`;
  return client[method](url).query(query).set(headers).send(body);
}

const sendForm = async () =>
  app
    .as({ id: IDS.patient, role: 'patient' })
    .post('/api/uploads')
    .field('purpose', 'message')
    .attach('file', await picture.toBuffer(), 'picture.png');

describe('every documented example is sent, and answered as documented', () => {
  test.each(ROUTES.map(({ id, declaration }) => [id, declaration] as const))('%s', async (id, route) => {
    app.clock.set(EXAMPLE_TIME);
    await makeFixtures();
    expect(EXAMPLES, 'it has an example').toHaveProperty(id);
    const paths = document.paths as Record<string, Record<string, Operation>>;
    const operation = paths[route.path.replace(/:(\w+)/g, '{$1}')]![route.method]!;
    const { body } = EXAMPLES[id]!;
    const documented = operation.requestBody?.content['application/json']?.schema;
    if (route.body) expectToFit(body, documented, document.components, `${id}: its request`);

    const reply = await (route.form ? sendForm() : send(route, id));
    expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300);
    const content = operation.responses[reply.status]?.content;
    expect(content, `${reply.status} is documented`).toBeDefined();
    const type = reply.headers['content-type']!.split(';')[0]!;
    expect(Object.keys(content!)).toContain(type);
    if (route.answer.kind === 'file') return;
    expectToFit(reply.body, content![type]!.schema, document.components, `${id}: its answer`);
    recorded.routes[id] = { status: reply.status, body: steady(reply.body) };
  });

  const calls = {
    answerCall: 'ringing',
    rejectCall: 'ringing',
    endCall: 'ringing',
    relayCandidate: 'accepted',
  } as const;
  const stateOf: Record<string, 'ringing' | 'accepted'> = {
    ...calls,
    signalCall: 'accepted',
    callConnected: 'accepted',
  };
  const inConsult = ['leaveRoom', 'admitPeer', 'removePeer', 'closeRoom', 'signalPeer', 'sendChatMessage'];

  test.each(CLIENT_EVENTS.map(({ id, declaration }) => [id, declaration] as const))('%s', async (id, { name }) => {
    app.clock.set(EXAMPLE_TIME);
    await makeFixtures();
    expect(EVENT_EXAMPLES, 'it has an example').toHaveProperty(id);
    const { as, payload } = EVENT_EXAMPLES[id]!;
    if (stateOf[id]) await makeCall(stateOf[id]);
    await openConsult();
    const sockets = {
      doctor: await app.socket({ id: IDS.doctor, role: 'doctor' }, { deviceId: DEVICES.doctor }),
      patient: await app.socket({ id: IDS.patient, role: 'patient' }, { deviceId: DEVICES.patient }),
    };
    if (inConsult.includes(id))
      for (const who of ['doctor', 'patient'] as const)
        await sockets[who].request('join-room', { appointmentId: IDS.open });

    const messages = live.components.messages as Record<string, { payload: object }>;
    expectToFit(payload, messages[id]?.payload, live.components, `${id}: its payload`);
    const reply = await sockets[as].request(name as ClientEvent, payload);
    expect(reply).toMatchObject({ ok: true });
    expectToFit(reply, messages[`${id}-ack`]?.payload, live.components, `${id}: its ack`);
    recorded.events[id] = steady(reply);
    for (const socket of Object.values(sockets)) socket.close();
  });

  test('the answers in the document are the ones that were given just now (after a change: vitest run -u)', async () => {
    await expect(`${JSON.stringify(recorded, null, 1)}\n`).toMatchFileSnapshot('recorded.json');
  });
});

interface Operation {
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

describe('the documents', () => {
  test('are OpenAPI 3.1 and AsyncAPI 3', async () => {
    const result = await new Validator().validate(structuredClone(document));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    const specs = asyncApiSpecs.schemas as unknown as Record<string, object>;
    const validate = new Ajv({ strict: false, validateFormats: false, meta: false, validateSchema: false }).compile(
      specs['3.0.0']!,
    );
    validate(JSON.parse(JSON.stringify(live)));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('name every route and every event', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path)) as {
      operationId: string;
    }[];
    const ids = operations.flatMap(({ operationId }) => operationId.split('-'));
    expect(ids.sort()).toEqual(ROUTES.map(({ id }) => id).sort());
    for (const { id } of CLIENT_EVENTS) expect(live.operations).toHaveProperty(id);
  });

  test('point at nothing that is not there', () => {
    for (const made of [document, live]) {
      const text = JSON.stringify(made);
      for (const [, path] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
        const found = path!.split('/').reduce<unknown>((part, key) => (part as Record<string, unknown>)?.[key], made);
        expect(found, path).toBeDefined();
      }
    }
  });
});
