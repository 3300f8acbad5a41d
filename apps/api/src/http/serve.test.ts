import type { Appointment } from '@health-connect/contract/appointments';
import { answers, nothing, pages, route } from '@health-connect/contract/route';
import express from 'express';
import supertest from 'supertest';
import { describe, expect, test } from 'vitest';
import type { AppointmentRecord } from '../db/appointments.js';
import { Answer, page, withMeta } from './answer.js';
import { mount } from './mount.js';
import { serve, type Served } from './serve.js';

interface Thing {
  _id: string;
  owner: { name: string };
  kind: 'a' | 'b';
  note?: string;
}
const declared = { method: 'get', allow: 'anyone', summary: 'Does something.' } as const;
const one = route({ ...declared, path: '/one', answer: answers<Thing>() });
const many = route({ ...declared, path: '/many', answer: pages<Thing>() });
const counted = route({ ...declared, path: '/counted', answer: answers<Thing[], { total: number }>() });
const silent = route({ ...declared, path: '/silent', answer: nothing() });
const either = route({ ...declared, path: '/either', answer: answers<Thing | { empty: true } | null>() });
const appointment = route({ ...declared, path: '/appointment', answer: answers<Appointment>() });

declare const thing: Thing;
declare const stored: Thing & { passwordHash: string };
declare const storedInside: { _id: string; owner: { name: string; email: string }; kind: 'a' };
declare const record: AppointmentRecord;
declare const anything: ReturnType<typeof JSON.parse>;

/** Never called: what compiles is the test. */
export const compiles = () => [
  serve(one, async () => thing),
  serve(one, async () => ({ _id: '1', owner: { name: 'A' }, kind: 'a' })),
  serve(many, async () => page([thing], null)),
  serve(counted, async () => withMeta([thing], { total: 1 })),
  serve(silent, async () => {}),
  serve(either, async () => (Math.random() > 2 ? thing : null)),

  // @ts-expect-error a key more
  serve(one, async () => stored),
  // @ts-expect-error a key more, inside
  serve(one, async () => storedInside),
  // @ts-expect-error a key more, in the items of a list
  serve(many, async () => page([stored], null)),
  // @ts-expect-error a key more, written out
  serve(one, async () => ({ _id: '1', owner: { name: 'A' }, kind: 'a', version: 1 }) as const),
  // @ts-expect-error a key less
  serve(one, async () => ({ _id: '1', kind: 'a' }) as const),
  // @ts-expect-error a page without its cursor
  serve(many, async () => [thing]),
  // @ts-expect-error without the meta that it declares
  serve(counted, async () => new Answer([thing], undefined)),
  // @ts-expect-error a meta that it does not declare
  serve(counted, async () => withMeta([thing], { total: 1, owners: ['a'] })),
  // @ts-expect-error a key more, in one member of a union
  serve(either, async () => stored),
  // @ts-expect-error not presented
  serve(appointment, async () => record),
  // @ts-expect-error not known to be anything
  serve(one, async () => anything),
  // @ts-expect-error something, where nothing is declared
  serve(silent, async () => thing),
];

const told = (name: string, path: `/${string}`, params = {}): Served =>
  serve(route({ ...declared, path, params, answer: answers<string>() } as never), (async () => name) as never);

const ask = async (served: Served[], path: string): Promise<string> =>
  (await supertest(express().use(mount(served))).get(path)).body.data;

describe('mounting', () => {
  const byId = told('by id', '/doctors/:id', { id: { isString: true } });
  const slots = told('slots', '/doctors/:id/slots', { id: { isString: true } });
  const schedule = told('schedule', '/doctors/schedule');
  const list = told('list', '/doctors');

  test.each([
    ['/doctors', 'list'],
    ['/doctors/schedule', 'schedule'],
    ['/doctors/1', 'by id'],
    ['/doctors/schedule/slots', 'slots'],
  ])('%s is %s, in whichever order they are declared', async (path, name) => {
    expect(await ask([byId, slots, schedule, list], path)).toBe(name);
    expect(await ask([list, schedule, slots, byId], path)).toBe(name);
  });

  test('routes that share a URL must be told apart by role', () => {
    expect(() => mount([list, told('again', '/doctors')])).toThrow('each names its roles');
  });
});
