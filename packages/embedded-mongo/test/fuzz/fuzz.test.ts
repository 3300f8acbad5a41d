import { afterAll, expect, it } from 'vitest';
import { closePlanRounds, planRound } from './plan-rounds.js';
import { fuzz, FUZZ_SECONDS } from './run.js';
import { updateRound } from './update-rounds.js';

const TIMEOUT = (FUZZ_SECONDS + 60) * 1000;

afterAll(closePlanRounds);

it('finds the same by index as by scan, order included', { timeout: TIMEOUT }, async () => {
  expect(await fuzz(0.75, planRound)).toBeGreaterThan(0);
});

it('updates like the slow reference, to the type of each value', { timeout: TIMEOUT }, async () => {
  expect(await fuzz(0.25, updateRound)).toBeGreaterThan(0);
});
