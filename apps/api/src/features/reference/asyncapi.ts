import { CLIENT_EVENTS, SERVER_EVENTS } from '@health-connect/contract/declarations';
import { COMMON_ERRORS } from '@health-connect/contract/errors';
import { env } from '../../env.js';
import { EVENT_EXAMPLES, replyTo } from './examples.js';
import { shapeOfFields } from './field-shapes.js';
import { REFUSED } from './refusal-shapes.js';
import { schemas } from './schemas.js';

const DESCRIPTION =
  'Socket.IO over websocket, at `/socket.io`. Who connects, the session cookie says; a payload never names its sender. ' +
  'Every event that a client sends may carry an ack: `{ ok: true, data }`, or `{ ok: false, error: { code, reason, params?, message, errors? } }`.';

const CHANNEL = { $ref: '#/channels/socket' };
const inChannel = (message: string) => ({ $ref: `#/channels/socket/messages/${message}` });

/** Every event in both directions as an AsyncAPI 3 document: `receive` is what the server hears, `send` what it tells. */
export function asyncApi() {
  const { host, protocol } = new URL(env.publicUrl);
  const messages = { ...sentByClients(), ...acks(), ...toldByServer() };
  return {
    asyncapi: '3.0.0',
    info: { title: 'Health-Connect, live', version: '1', description: DESCRIPTION },
    servers: { here: { host, pathname: '/socket.io', protocol: protocol === 'https:' ? 'wss' : 'ws' } },
    channels: {
      socket: {
        address: '/',
        messages: Object.fromEntries(
          Object.keys(messages).map((name) => [name, { $ref: `#/components/messages/${name}` }]),
        ),
      },
    },
    operations: { ...heard(), ...told() },
    components: { messages, schemas: { ...schemas.components.schemas, Failure: FAILURE } },
  };
}

const FAILURE = {
  type: 'object',
  properties: {
    ok: { const: false },
    error: REFUSED,
  },
  required: ['ok', 'error'],
  additionalProperties: false,
};

const sentByClients = () =>
  Object.fromEntries(
    CLIENT_EVENTS.map(({ id, declaration: { name, summary, payload } }) => {
      const example = EVENT_EXAMPLES[id]?.payload;
      return [
        id,
        {
          name,
          summary,
          payload: shapeOfFields(payload),
          ...(example && { examples: [{ name: id, payload: example }] }),
        },
      ];
    }),
  );

const acks = () =>
  Object.fromEntries(
    CLIENT_EVENTS.map(({ id, declaration: { name } }) => {
      const done = {
        type: 'object',
        properties: { ok: { const: true }, data: schemas.acks[id] },
        required: ['ok', 'data'],
        additionalProperties: false,
      };
      const reply: unknown = replyTo(id);
      return [
        `${id}-ack`,
        {
          name: `ack of ${name}`,
          payload: { oneOf: [done, { $ref: '#/components/schemas/Failure' }] },
          ...(reply !== undefined && { examples: [{ name: `${id}-ack`, payload: reply }] }),
        },
      ];
    }),
  );

const toldByServer = () =>
  Object.fromEntries(
    SERVER_EVENTS.map(({ id, declaration: { name, summary } }) => [id, { name, summary, payload: schemas.events[id] }]),
  );

const heard = () =>
  Object.fromEntries(
    CLIENT_EVENTS.map(({ id, feature, declaration: { summary, allow, errors = [] } }) => [
      id,
      {
        action: 'receive',
        channel: CHANNEL,
        summary,
        tags: [{ name: feature }],
        messages: [inChannel(id)],
        reply: { channel: CHANNEL, messages: [inChannel(`${id}-ack`)] },
        'x-roles': allow,
        'x-errors': [...errors, ...COMMON_ERRORS],
      },
    ]),
  );

const told = () =>
  Object.fromEntries(
    SERVER_EVENTS.map(({ id, feature, declaration: { summary, to } }) => [
      id,
      { action: 'send', channel: CHANNEL, summary, tags: [{ name: feature }], messages: [inChannel(id)], 'x-to': to },
    ]),
  );
