import { expect, test } from 'vitest';
import { ROUTES } from './declarations.js';
import { bookAppointment } from './appointments.js';
import { saveSchedule } from './availability.js';
import { schemaOfFields as schemaOf } from './field-schema.js';
import { type Fields, paging } from './fields.js';
import { watchPresence } from './presence.js';

const schemaOfFields = (fields: Fields) =>
  schemaOf(fields, ({ problem, params }) => (params ? `${problem} ${JSON.stringify(params)}` : problem));

test('fields become the schema of what they let through', () => {
  expect(schemaOfFields(paging)).toEqual({
    type: 'object',
    properties: {
      limit: { type: 'integer', minimum: 1, maximum: 100, description: 'not_a_whole_number {"min":1,"max":100}' },
      cursor: { type: 'string', minLength: 1, maxLength: 200 },
    },
    additionalProperties: false,
  });
  expect(schemaOfFields(bookAppointment)).toMatchObject({
    required: ['doctorId'],
    properties: {
      doctorId: { type: 'string', pattern: '^[0-9a-fA-F]{24}$', description: 'not_an_id' },
      mode: { type: 'string', enum: ['video', 'chat'] },
      startsAt: { type: 'string', format: 'date-time' },
    },
  });
  expect(schemaOfFields(saveSchedule)).toMatchObject({
    properties: { schedule: { type: 'array', maxItems: 7, items: { properties: { slots: { maxItems: 288 } } } } },
  });
  expect(schemaOfFields(watchPresence.payload).properties).toMatchObject({ userIds: { items: { type: 'string' } } });
});

test('no field of any route is without a type', () => {
  const untyped: string[] = [];
  const look = (name: string, { type, properties, items }: ReturnType<typeof schemaOfFields>) => {
    if (!type) untyped.push(name);
    for (const [key, inside] of Object.entries(properties ?? {})) look(`${name}.${key}`, inside);
    if (items) look(`${name}[]`, items as never);
  };
  for (const { id, declaration } of ROUTES)
    for (const part of [declaration.params, declaration.query, declaration.body])
      if (part) look(id, schemaOfFields(part));
  expect(untyped).toEqual([]);
});
