import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import '../src/lib/language/language.js';
import { setClock } from '../src/lib/own-clock.js';
import { loadRefusalWords } from '../src/lib/refusals/refusals.js';

const noise: string[] = [];

// A refusal that a test makes itself has passed nobody who loads them.
await loadRefusalWords();

// Patience for a busy machine, not a measure: whoever waits is woken as soon as it is there.
configure({ asyncUtilTimeout: 10_000 });

// The document of tests knows no inline elements, and would hear a pause between a name and what follows it.
document.head.insertAdjacentHTML('beforeend', '<style>bdi { display: inline }</style>');

// No test reaches a network, nor does what it left running when it ended: whatever it did not answer itself is away.
globalThis.fetch = () => Promise.reject(new TypeError('There is no network in a test.'));

// A warning that nobody reads is a bug that nobody fixes: noise on the console fails the test that made it.
beforeEach(() => {
  // Hours to 24 for who left it to the device; a test of the others says so.
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB');
  setClock(null);
  noise.length = 0;
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => void noise.push(words.map(String).join(' ')));
  }
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  localStorage.clear();
  expect(noise, 'a test must leave the console silent').toEqual([]);
});
