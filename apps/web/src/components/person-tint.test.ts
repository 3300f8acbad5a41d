import { expect, test } from 'vitest';
import { hueOf, initialsOf } from './person-tint.js';

test('a person keeps their hue', () => {
  expect(hueOf('65f0000000000000000000aa')).toBe(hueOf('65f0000000000000000000aa'));
  expect(hueOf('65f0000000000000000000aa')).not.toBe(hueOf('65f0000000000000000000ab'));
});

test.each([
  ['Dr. Mereana Te Whatu-Harrington', 'MT'],
  ['Camila Ferreira dos Santos', 'CF'],
  ['Ánh', 'Á'],
  ['李 明', '李明'],
  ['', '?'],
])('initials of "%s" are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
