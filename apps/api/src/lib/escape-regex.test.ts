import { expect, test } from 'vitest';
import { escapeRegex } from './escape-regex.js';

test.each(['(a+)+$', '.*', '[', '\\', 'a-b/c', '$where', '{1,}', 'a\0b', 'Dr. Müller'])(
  '%j finds itself alone',
  (text) => {
    expect(new RegExp(`^${escapeRegex(text)}$`).test(text)).toBe(true);
    expect(new RegExp(`^${escapeRegex(text)}$`).test(`${text}x`)).toBe(false);
    expect(escapeRegex(text)).not.toContain('\0');
  },
);
