import { defineConfig } from 'vitest/config';

/** Each of these tests starts processes; on a busy machine that takes its time. */
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } });
