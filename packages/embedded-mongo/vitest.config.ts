import { defineConfig } from 'vitest/config';

/** How long and how often, for `npm run fuzz` and `npm run kill`; the environment wins. */
const LONG: Record<string, Record<string, string>> = {
  fuzz: { FUZZ_SECONDS: process.env['FUZZ_SECONDS'] ?? '600' },
  kill: { KILLS: process.env['KILLS'] ?? '25' },
};

/** Each of these tests starts processes; on a busy machine that takes its time. */
export default defineConfig(({ mode }) => ({
  test: { testTimeout: 60_000, hookTimeout: 60_000, env: LONG[mode] ?? {} },
}));
