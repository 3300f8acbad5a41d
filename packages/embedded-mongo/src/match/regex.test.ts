import { describe, expect, it } from 'vitest';
import { Regex } from '../bson/types.js';
import { compileRegex } from './regex.js';

const matches = (pattern: string, text: string, flags = ''): boolean => compileRegex(new Regex(pattern, flags))(text);

describe('regular expressions mean what they mean to PCRE', () => {
  it.each([
    ['^abc$', 'abc', true],
    ['^abc$', 'abc\n', true],
    ['^abc$', 'abc\n\n', false],
    ['^abc$', 'abcd', false],
    ['[$]', '$', true],
    ['[$]', '', false],
    ['[]$]', ']', true],
    ['[^]$]', 'x', true],
    ['[^]$]', '$', false],
    ['\\$', 'a$', true],
    ['a\\\\$', 'a\\', true],
    ['[\\]$]', '$', true],
    ['a$|b', 'b!', true],
  ])('%s on %j', (pattern, text, is) => {
    expect(matches(pattern, text)).toBe(is);
  });

  it('a line ends at $ with the flag m', () => {
    expect(matches('^b$', 'a\nb\nc', 'm')).toBe(true);
  });

  it.each(['\\Qa$\\E', '(?m)^a$', '\\va', '(?<=a)b', '(a)\\1'])('%s is refused', (pattern) => {
    expect(() => compileRegex(new Regex(pattern, ''))).toThrow('not supported by the embedded database');
  });
});
