import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { EnvError, readEnv } from './env.js';

const SECRET = 'a-secret-that-has-at-least-32-characters';
const dataDir = mkdtempSync(join(tmpdir(), 'health-connect-env-'));
const problemsOf = (source: Record<string, string>) => {
  try {
    readEnv({ DATA_DIR: dataDir, ...source });
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
};

describe('the environment', () => {
  test('nothing set is enough for a trial, on this machine only', () => {
    const env = readEnv({ DATA_DIR: dataDir });
    expect(env).toMatchObject({
      port: 5000,
      host: '127.0.0.1',
      secureCookies: false,
      autoVerifyDoctors: true,
      seedDemo: true,
    });
    expect(env.jwtSecret.length).toBeGreaterThanOrEqual(32);
  });

  test('a copy of .env.example changes nothing', () => {
    const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    expect(readEnv({ ...parseEnv(example), DATA_DIR: dataDir })).toEqual(readEnv({ DATA_DIR: dataDir }));
  });

  test('a generated secret is kept, so that sessions outlive a restart', () => {
    expect(readEnv({ DATA_DIR: dataDir }).jwtSecret).toBe(readEnv({ DATA_DIR: dataDir }).jwtSecret);
  });

  test('SEC-9: production refuses to start without a secret, over plain http, or without rate limits', () => {
    const problems = problemsOf({ NODE_ENV: 'production', PUBLIC_URL: 'http://clinic.example', RATE_LIMIT: 'off' });
    expect(problems).toHaveLength(3);
    expect(problems.join()).toMatch(/JWT_SECRET.*|PUBLIC_URL.*|RATE_LIMIT/);
    expect(problemsOf({ NODE_ENV: 'production', JWT_SECRET: SECRET, PUBLIC_URL: 'https://clinic.example' })).toEqual(
      [],
    );
  });

  test('production never holds answers against their declarations: that is for tests and development', () => {
    expect(readEnv({ CHECK_ANSWERS: 'true' }).checkAnswers).toBe(true);
    expect(readEnv({}).checkAnswers).toBe(false);
    const production = { NODE_ENV: 'production', JWT_SECRET: SECRET, PUBLIC_URL: 'https://clinic.example' };
    expect(problemsOf({ ...production, CHECK_ANSWERS: 'true' }).join()).toMatch(/^CHECK_ANSWERS/);
  });

  test('SEC-9: a star is not an origin', () => {
    expect(problemsOf({ CORS_ORIGINS: '*' })).toHaveLength(1);
    expect(problemsOf({ CORS_ORIGINS: 'https://app.example/' })).toHaveLength(1);
    expect(problemsOf({ CORS_ORIGINS: 'https://app.example' })).toEqual([]);
  });

  test('every bad variable is listed at once', () => {
    const problems = problemsOf({
      PORT: 'x',
      LOG_LEVEL: 'loud',
      TURN_URLS: 'turn:host',
      MONGODB_URI: 'postgres://x',
      SEED_DEMO: 'maybe',
      MESSAGES_PER_DAY: 'many',
      STORED_MB: '0',
    });
    const names = problems.map((problem) => problem.split(' ')[0]).sort();
    expect(names).toEqual([
      ...['LOG_LEVEL', 'MESSAGES_PER_DAY', 'MONGODB_URI', 'PORT', 'SEED_DEMO', 'STORED_MB', 'TURN_URLS'],
    ]);
  });
});
