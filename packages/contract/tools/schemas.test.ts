import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CLIENT_EVENTS, ROUTES, SERVER_EVENTS } from '../src/declarations.js';
import { generateSchemas, type Schema } from './generate-schemas.js';

const kept = JSON.parse(readFileSync(new URL('../schemas.json', import.meta.url), 'utf8')) as ReturnType<
  typeof generateSchemas
>;

test('the schemas in the repository are those of the types: run `npm run schemas` after a change', () => {
  expect(generateSchemas()).toEqual(kept);
}, 60_000);

test('everything that is sent has a schema', () => {
  const data = ROUTES.filter(({ declaration }) => declaration.answer.kind === 'data');
  expect(Object.keys(kept.answers)).toEqual(data.map(({ id }) => id).sort());
  expect(Object.keys(kept.acks)).toEqual(CLIENT_EVENTS.map(({ id }) => id).sort());
  expect(Object.keys(kept.events)).toEqual(SERVER_EVENTS.map(({ id }) => id).sort());
});

test('params of refusals are numbers, words of closed lists, and times: nothing that somebody typed', () => {
  const closed = ['start', 'end', 'date', 'values', 'fields'];
  const open = Object.entries({ ...kept.reasons, ...kept.problems }).flatMap(([name, { properties }]) =>
    Object.entries(properties as Record<string, Schema>)
      .filter(([key, { type, $ref, enum: listed }]) => type !== 'number' && !$ref && !listed && !closed.includes(key))
      .map(([key]) => `${name}.${key}`),
  );
  expect(open).toEqual([]);
  expect(kept.reasons).toHaveProperty('opens_later');
  expect(kept.problems).toHaveProperty('too_long');
});

test('every object says which keys it may have, and nothing is of any type', () => {
  const open: string[] = [];
  const look = (part: unknown, place: string) => {
    if (Array.isArray(part)) return part.forEach((item, index) => look(item, `${place}/${index}`));
    if (typeof part !== 'object' || part === null) return;
    const { type, properties, additionalProperties } = part as Schema;
    if ((type === 'object' || properties) && additionalProperties !== false) open.push(place);
    for (const [key, inside] of Object.entries(part)) look(inside, `${place}/${key}`);
  };
  const shapes = {
    ...kept.answers,
    ...kept.acks,
    ...kept.events,
    ...kept.refusals,
    ...kept.reasons,
    ...kept.problems,
    ...kept.components.schemas,
  };
  for (const [name, schema] of Object.entries(shapes)) {
    look(schema, name);
    expect(Object.keys(schema), `${name} has no shape`).not.toEqual([]);
  }
  expect(open).toEqual([]);
});
