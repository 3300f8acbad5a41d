import type { Field, Fields } from '@health-connect/contract/fields';
import { reader } from '../src/http/validate.js';
import { HOSTILE, NEVER, NO_PAYLOADS } from './hostile-values.js';

/** `FUZZ_SEED=…` repeats a run that failed. */
export const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);

/** mulberry32: small, and the same numbers for the same seed. */
export function randomFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    chance: (probability: number) => next() < probability,
    shuffle: <T>(items: readonly T[]): T[] =>
      items
        .map((item) => ({ item, at: next() }))
        .sort((one, other) => one.at - other.at)
        .map(({ item }) => item),
    some: <T>(items: readonly T[], count: number): T[] =>
      Array.from({ length: count }, () => items[Math.floor(next() * items.length)]!),
  };
}

/** Something that each kind of field takes; the first that fits is used. */
const FITTING: unknown[] = [
  'Some words',
  'doctor',
  'es',
  ['es'],
  ...['person@example.test', '+64 21 555 0100', '2026-11-24T16:00:00Z', '2026-11-24', '09:30', 'Pacific/Auckland'],
  ...[1, true, ['f'.repeat(24)], 'pending', 'video', 'offer', 'text', 'monday', 'name', 'accept', 'A+', 'asc', '12'],
  ...['completed', 'cancelled', 'declined', 'a token that is long enough'],
];

async function fits(field: Field<unknown>, value: unknown): Promise<boolean> {
  try {
    await reader('body', { value: field })({ body: { value } });
    return true;
  } catch {
    return false;
  }
}

async function sampleOf(field: Field<unknown>): Promise<unknown> {
  if (field.inner) return samplesOf(field.inner, {});
  if (field.each) return [await samplesOf(field.each, {})];
  for (const value of FITTING) if (await fits(field, value)) return value;
  throw new Error('No sample fits this field; add one');
}

export type Payload = Record<string, unknown>;

/** Input that its contract takes; `known` gives ids that mean something. */
async function samplesOf(fields: Fields, known: Payload): Promise<Payload> {
  const samples: Payload = {};
  for (const [name, field] of Object.entries(fields))
    samples[name] = name in known ? known[name] : await sampleOf(field);
  return samples;
}

/** The required ones, and now and then an optional one. */
const subset = (fields: Fields, samples: Payload, keep: (name: string) => boolean): Payload =>
  Object.fromEntries(Object.entries(samples).filter(([name]) => !fields[name]!.optional || keep(name)));

/** Every place in a payload of these fields: `['offer', 'sdp']`, `['schedule', 0, 'day']`. */
const pathsOf = (fields: Fields): (string | number)[][] =>
  Object.entries(fields).flatMap(([name, { inner, each }]) => [
    [name],
    ...(inner ? pathsOf(inner).map((path) => [name, ...path]) : []),
    ...(each ? pathsOf(each).map((path) => [name, 0, ...path]) : []),
  ]);

/** A copy with one place changed. */
function withValue(payload: unknown, [step, ...rest]: (string | number)[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(payload)) return payload.map((item, at) => (at === step ? withValue(item, rest, value) : item));
  const inside = (payload as Payload)[step];
  return { ...(payload as Payload), [step]: withValue(inside, rest, value) };
}

/** Input that its contract takes, with nothing that may be left out. */
export const validInput = async (fields: Fields, known: Payload): Promise<Payload> =>
  subset(fields, await samplesOf(fields, known), () => false);

export type Random = ReturnType<typeof randomFrom>;

/** Something to send. `isNever`: no contract takes it. `isCore`: it is sent in every run. */
export interface Attempt {
  payload: unknown;
  isNever?: boolean;
  isCore?: boolean;
}

const MORE_VALUES = 8;

/** What to send to something that takes these fields: payloads of which one place is hostile. */
export async function attemptsOn(fields: Fields, known: Payload, random: Random): Promise<Attempt[]> {
  const samples = await samplesOf(fields, known);
  const whole = NO_PAYLOADS.map((payload) => ({ payload, isNever: true, isCore: true }));
  const parts = pathsOf(fields).flatMap((path): Attempt[] => {
    const base = { ...subset(fields, samples, () => random.chance(0.15)), [path[0]!]: samples[path[0]!] };
    const at = (value: unknown) => withValue(base, path, value);
    return [
      { payload: at(NEVER[0]), isNever: true, isCore: true },
      ...random.some(NEVER, MORE_VALUES / 2).map((value) => ({ payload: at(value), isNever: true })),
      ...random.some(HOSTILE, MORE_VALUES).map((value) => ({ payload: at(value) })),
    ];
  });
  return [...whole, ...parts];
}

/** Those of every run, then others in random order while there is time: a busy machine asks fewer. */
export async function askAll<T extends { isCore?: boolean }>(
  questions: T[],
  random: Random,
  budgetMs: number,
  ask: (question: T) => Promise<void>,
): Promise<void> {
  for (const question of questions) if (question.isCore) await ask(question);
  const until = performance.now() + budgetMs;
  for (const question of random.shuffle(questions.filter(({ isCore }) => !isCore))) {
    if (performance.now() > until) return;
    await ask(question);
  }
}
