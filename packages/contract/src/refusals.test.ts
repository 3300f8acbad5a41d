import { expect, test } from 'vitest';
import { ERROR_STATUS, type ErrorCode } from './errors.js';
import { PLAIN_PROBLEMS } from './problems.js';
import { CODE_OF_REASON, codeOf } from './refusals.js';

const CODES = Object.keys(ERROR_STATUS) as ErrorCode[];

test('each reason belongs to a code, and each code is its own general reason', () => {
  for (const [reason, code] of Object.entries(CODE_OF_REASON)) {
    expect(reason).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(CODES, reason).toContain(code);
    expect(CODES, 'a finer reason is no code').not.toContain(reason);
    expect(codeOf(reason as keyof typeof CODE_OF_REASON)).toBe(code);
  }
  for (const code of CODES) expect(codeOf(code)).toBe(code);
});

test('problems have names in small letters, each once', () => {
  for (const problem of PLAIN_PROBLEMS) expect(problem).toMatch(/^[a-z]+(_[a-z]+)*$/);
  expect(new Set(PLAIN_PROBLEMS).size).toBe(PLAIN_PROBLEMS.length);
});
