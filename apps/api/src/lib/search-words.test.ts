import { expect, test } from 'vitest';
import { isOneSlip, searchWordsOf, slipsOf, wordsOf } from './search-words.js';

const folded = (text: string) => wordsOf(text).map(({ word }) => word);

test.each([
  ['José Núñez', ['jose', 'nunez']],
  ['Søren Łukasz', ['soren', 'lukasz']],
  ['Trần Đức', ['tran', 'duc']],
  ['Müller-Weiß', ['muller', 'weiss']],
  ['Æsa Þór', ['aesa', 'thor']],
  ['IŞIK ışık', ['isik', 'isik']],
  ["O’Brien, o'brien", ['obrien', 'obrien']],
  ['G.P. or E.N.T', ['gp', 'or', 'ent']],
  ['Dr.Smith', ['dr', 'smith']],
  ['Νίκος', ['νικοσ']],
  ['Алёна', ['алена']],
  ['مُحَمَّد', ['محمد']],
  ['राम', ['राम']],
  ['王小明', ['王小明']],
  ['.* (?:)[^]$ \0 \u202e \ud800 🩺', []],
])('%s is compared as %j', (text, words) => {
  expect(folded(text)).toEqual(words);
});

test.each([
  ['O’Brien', ['obrien', 'o', 'brien']],
  ['Jean-Luc', ['jean', 'luc', 'jeanluc']],
  ['王小明', ['王小明', '小明', '明']],
  ['김민수', ['김민수', '민수', '수']],
])('%s is found by the beginnings of %j', (text, words) => {
  expect(searchWordsOf(text).sort()).toEqual(words.sort());
});

test.each([
  ['okafor', 'okafo', true],
  ['okafor', 'okaffor', true],
  ['okafor', 'okafur', true],
  ['okafor', 'okafro', true],
  ['okafor', 'koafor', true],
  ['okafor', 'okafor', false],
  ['okafor', 'okfaro', false],
  ['okafor', 'kafo', false],
  ['abcd', 'badc', false],
  ['müll', 'mull', true],
])('%s and %s: one slip apart is %s', (a, b, expected) => {
  expect([isOneSlip(a, b), isOneSlip(b, a)]).toEqual([expected, expected]);
  if (expected) expect(slipsOf(a).some((slip) => slipsOf(b).includes(slip))).toBe(true);
});

test('no text is slow or long to take apart', () => {
  for (const sign of ["'", '.', 'a.', 'a', '-', '\u0301', '\ufdfa', '王', '\ud800']) {
    const words = searchWordsOf(sign.repeat(5000).slice(0, 5000));
    expect(words.length).toBeLessThanOrEqual(21);
    expect(words.every((word) => word.length <= 40)).toBe(true);
  }
});
