import { afterAll, expect, it } from 'vitest';
import { closePlanRounds, planRound } from './plan-rounds.js';
import { fuzz, FUZZ_SECONDS } from './run.js';

const TIMEOUT = (FUZZ_SECONDS + 60) * 1000;

afterAll(closePlanRounds);

it('finds the same by index as by scan, order included', { timeout: TIMEOUT }, async () => {
  expect(await fuzz(0.5, planRound)).toBeGreaterThan(0);
});
