import { flag, integer, listOf, object, oneOf, optional, text } from '@health-connect/contract/fields';
import { describe, expect, test } from 'vitest';
import { AppError } from './errors.js';
import { reader } from './validate.js';

const fields = {
  name: text({ max: 5 }),
  count: optional(integer({ min: 1, max: 9 })),
  kind: optional(oneOf(['a', 'b'])),
  days: optional(listOf({ day: text({ max: 3 }), slots: listOf({ free: flag() }, { max: 2 }) }, { max: 2 })),
  rules: optional(object({ strict: flag(), note: optional(text({ max: 3 })) })),
};
const read = reader('body', fields);

async function problemsOf(body: unknown): Promise<string[]> {
  try {
    await read({ body: body as Record<string, unknown> });
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toBe('validation_failed');
    return (error.details.errors ?? []).map((problem) => problem.path).sort();
  }
}

describe('reading input', () => {
  test('gives only what the fields let through, sanitised', async () => {
    expect(await read({ body: { name: ' Ana ', count: '4' } })).toEqual({ name: 'Ana', count: 4 });
  });

  test('lists every bad and every unknown field', async () => {
    expect(await problemsOf({ name: '', count: 10, kind: 'c', colour: 'red' })).toEqual([
      'colour',
      'count',
      'kind',
      'name',
    ]);
  });

  test('reads lists of objects and objects, and refuses what is unknown inside them', async () => {
    const body = { name: 'Ana', days: [{ day: 'mon', slots: [{ free: true }] }], rules: { strict: false } };
    expect(await read({ body })).toEqual(body);
    expect(await problemsOf({ ...body, days: [{ day: 'mon', slots: [{ free: true, x: 1 }] }] })).toEqual([
      'days[0].slots[0].x',
    ]);
    expect(await problemsOf({ ...body, days: [{ day: 'mon' }, null] })).not.toEqual([]);
    expect(await problemsOf({ ...body, days: 'mon' })).toContain('days');
  });

  test('tells in which item of a list something is wrong', async () => {
    const body = { name: 'Ana', days: [{ day: 'mon', slots: [{ free: true }, { free: 'yes' }] }, 7] };
    expect(await problemsOf(body)).toEqual(['days[0].slots[1].free', 'days[1]']);
    expect(await problemsOf({ name: 'Ana', days: [{ day: 'mon', slots: [{}, {}, {}] }] })).toEqual(['days[0].slots']);
  });

  test('sanitises what is in lists', async () => {
    const body = { name: 'Ana', days: [{ day: ' mon ', slots: [] }] };
    expect(await read({ body })).toEqual({ name: 'Ana', days: [{ day: 'mon', slots: [] }] });
  });

  test('a body full of list items does not stop the server', async () => {
    const items = Array.from({ length: 30_000 }, () => ({}));
    expect(await problemsOf({ name: 'Ana', days: [{ day: 'mon', slots: items }] })).toEqual(['days[0].slots']);
    const wide = reader('body', { days: listOf({ day: text({ max: 3 }) }, { max: 40_000 }) });
    await expect(wide({ body: { days: items } })).rejects.toMatchObject({ details: { errors: { length: 100 } } });
  });

  test('an absent optional object asks for nothing; a present one asks for its fields', async () => {
    expect(await problemsOf({ name: 'Ana' })).toEqual([]);
    expect(await problemsOf({ name: 'Ana', rules: {} })).toEqual(['rules']);
    expect(await problemsOf({ name: 'Ana', rules: [] })).toContain('rules');
  });

  test.each([
    ['an operator for a scalar', { name: { $gt: '' } }],
    ['an operator as key', { name: 'Ana', $where: '1' }],
    ['a list for a scalar', { name: ['Ana', 'Ben'] }],
    ['null', { name: null }],
    ['a prototype', JSON.parse('{"name":"Ana","__proto__":{"admin":true}}')],
    ['a constructor', { name: 'Ana', constructor: { prototype: {} } }],
    ['a list as body', ['Ana']],
    ['text as body', 'Ana'],
  ])('SEC-4: refuses %s', async (_what, body) => {
    expect(await problemsOf(body)).not.toEqual([]);
  });

  test('SEC-4: input nested without end is refused, not followed', async () => {
    let deep: unknown = {};
    for (let depth = 0; depth < 5000; depth += 1) deep = { a: deep };
    expect(await problemsOf({ name: 'Ana', rules: deep })).not.toEqual([]);
  });
});
