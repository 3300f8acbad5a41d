import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: './test/global-setup.ts',
    setupFiles: './test/setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    // By itself, where everything is watched from the root: the other packages take all the workers there are.
    sequence: { groupOrder: 1 },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: {
      NODE_ENV: 'test',
      PORT: '0',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'health-connect-api-')),
      LOG_LEVEL: 'silent',
      RATE_LIMIT: 'off',
      CHECK_ANSWERS: 'true',
      SEED_DEMO: 'false',
      PUBLIC_URL: 'http://localhost:5000',
      JWT_SECRET: 'test-secret-that-is-long-enough-for-hs256',
      TURN_URLS: 'turn:127.0.0.1:3478',
      TURN_SECRET: 'test-turn-secret',
    },
  },
});
