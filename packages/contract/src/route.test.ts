import { expect, test } from 'vitest';
import { CLIENT_EVENTS, ROUTES, SERVER_EVENTS } from './declarations.js';
import { COMMON_ERRORS, ERROR_STATUS } from './errors.js';
import { id, oneOf } from './fields.js';
import type { ClientEvent, ServerEvent } from './realtime.js';
import { type AnswerOf, answers, type BodyOf, type MetaOf, nothing, pages, type ParamsOf, route } from './route.js';

const summary = 'Does something.';

test('a path that asks for something says what, or does not compile', () => {
  route({ method: 'get', path: '/a/:id', params: { id: id() }, allow: 'anyone', answer: nothing(), summary });
  route({ method: 'get', path: '/a/b', allow: 'anyone', answer: nothing(), summary });
  // @ts-expect-error `:id` is not declared
  route({ method: 'get', path: '/a/:id', allow: 'anyone', answer: nothing(), summary });
  // @ts-expect-error `:other` is not declared
  route({ method: 'get', path: '/a/:id/b/:other', params: { id: id() }, allow: 'anyone', answer: nothing(), summary });
  // @ts-expect-error it does not say who may
  route({ method: 'get', path: '/a/b', answer: nothing(), summary });
});

test('a route carries the types of what it takes and answers', () => {
  const declared = route({
    method: 'put',
    path: '/a/:id/file.ics',
    allow: ['doctor'],
    params: { id: id() },
    body: { kind: oneOf(['one', 'other']) },
    answer: pages<{ name: string }, { total: number }>(),
    summary,
  });
  const params: ParamsOf<typeof declared> = { id: 'a' };
  const body: BodyOf<typeof declared> = { kind: 'one' };
  const rows: AnswerOf<typeof declared> = [{ name: 'a' }];
  const meta: MetaOf<typeof declared> = { nextCursor: null, total: 1 };
  // @ts-expect-error no such kind
  const wrong: BodyOf<typeof declared> = { kind: 'third' };
  expect([params, body, rows, meta, wrong]).toHaveLength(5);
  expect(declared).toMatchObject({ kind: 'route', path: '/a/:id/file.ics', answer: answers() });
});

test('every declaration has a name of its own, and a sentence', () => {
  const all = [...ROUTES, ...CLIENT_EVENTS, ...SERVER_EVENTS];
  expect(new Set(all.map(({ id: name }) => name)).size).toBe(all.length);
  for (const { id: name, declaration } of all) expect(declaration.summary, name).toMatch(/^[A-Z0-9`].+\.$/);
});

test('routes that share a URL are told apart by who may', () => {
  for (const { id: name, declaration } of ROUTES) {
    const alike = ROUTES.filter(
      ({ declaration: other }) => other.method === declaration.method && other.path === declaration.path,
    );
    const roles = alike.flatMap(({ declaration: { allow } }) => allow);
    expect(new Set(roles).size, name).toBe(roles.length);
  }
});

test('what a route may refuse with besides what all may is a code, and is not said twice', () => {
  for (const { id: name, declaration } of [...ROUTES, ...CLIENT_EVENTS]) {
    const { errors = [] } = declaration;
    expect(new Set(errors).size, name).toBe(errors.length);
    for (const code of errors) expect(Object.keys(ERROR_STATUS), name).toContain(code);
    for (const code of errors) expect(COMMON_ERRORS, name).not.toContain(code);
  }
});

/** Compiles only while realtime.ts knows the events of every feature: a key too few or too many is an error. */
const SENT: Record<ClientEvent, true> = {
  'call-user': true,
  'answer-call': true,
  'ice-candidate': true,
  'call-rejected': true,
  'call-end': true,
  'call-signal': true,
  'call-connected': true,
  'join-room': true,
  'leave-room': true,
  admit: true,
  'remove-peer': true,
  'close-room': true,
  signal: true,
  'chat-message': true,
  'waiting-watch': true,
  'consults-watch': true,
  'message-send': true,
  'message-delivered': true,
  'message-read': true,
  'typing-start': true,
  'typing-stop': true,
  'presence-watch': true,
};
const TOLD: Record<ServerEvent, true> = {
  'call-made': true,
  'call-answered': true,
  'ice-candidate': true,
  'call-rejected': true,
  'call-end': true,
  'call-taken': true,
  'call-signal': true,
  'call-peer-state': true,
  'existing-peers': true,
  'peer-joined': true,
  'peer-left': true,
  'peer-waiting': true,
  'peer-waiting-left': true,
  'doctor-present': true,
  'waiting-changed': true,
  'consults-changed': true,
  signal: true,
  'room-closed': true,
  'chat-message': true,
  'message-receive': true,
  'message-delivered': true,
  'message-read': true,
  'typing-start': true,
  'typing-stop': true,
  presence: true,
  'appointment-changed': true,
  'session-ended': true,
};

test('the typed maps of the sockets have the events of every feature', () => {
  const names = (declared: { declaration: { name: string } }[]) =>
    declared.map(({ declaration }) => declaration.name).sort();
  expect(names(CLIENT_EVENTS)).toEqual(Object.keys(SENT).sort());
  expect(names(SERVER_EVENTS)).toEqual(Object.keys(TOLD).sort());
});
