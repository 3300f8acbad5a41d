import { expect, test } from 'vitest';
import { joinTexts, mergeTexts, remainder } from './merge-texts.js';

test.each([
  ['nothing new here', 'a', 'a', 'a b', 'a b'],
  ['nothing new there', 'a', 'a b', 'a', 'a b'],
  ['the same twice', 'a', 'a b', 'a b', 'a b'],
  ['both added', 'a', 'a\nmine', 'a\ntheirs', 'a\ntheirs\nmine'],
  ['both began', '', 'mine', 'theirs', 'theirs\nmine'],
  ['mine continues theirs', 'a', 'a b c', 'a b', 'a b c'],
  ['only space differs', 'a', 'a \n', 'a', 'a \n'],
  ['both rewrote', 'a', 'b', 'c', null],
  ['one rewrote, one added', 'a', 'b', 'a c', null],
])('%s', (_, base, mine, theirs, merged) => {
  expect(mergeTexts(base, mine, theirs)).toBe(merged);
});

test('texts are joined without empty lines, and their rests are found', () => {
  expect(joinTexts('one\n', '\ntwo ')).toBe('one\ntwo');
  expect(remainder('one two', 'one')).toBe('two');
  expect(remainder('two', 'one')).toBe('two');
});
