import { compile, type Entry, type Messages } from './catalogs.js';

const PLAIN = 'abcdefghijklmnopqrstuvwxyz';
const ACCENTED = [...'áƀçđéƒĝĥíĵķļɱñóþǫŕšţúṽŵẋýž'];

function accent(letter: string): string {
  const accented = ACCENTED[PLAIN.indexOf(letter.toLowerCase())];
  if (!accented) return letter;
  return letter === letter.toLowerCase() ? accented : accented.toUpperCase();
}

/** Every vowel twice: two fifths longer, as German and Finnish are beside English. */
const longer = (letter: string) => (/[aeiou]/.test(letter) ? letter + letter : letter);

const disguise = (word: string) => [...word].map((letter) => [...longer(letter)].map(accent).join('')).join('');

/** `Go <0>back</0>` → `Gõõ <0>ƀááçķ</0>`. */
const disguised = (text: string) =>
  text
    .split(/(<\/?\w+\/?>)/)
    .map((piece, at) => (at % 2 === 0 ? disguise(piece) : piece))
    .join('');

/**
 * English as no text of the product is: whoever reads plain English in a page made of this has found a text that goes
 * round the catalogs.
 */
export const pseudoMessages = (entries: readonly Entry[]): Messages =>
  Object.fromEntries(entries.map(({ id, message }) => [id, compile(message, disguised)]));
