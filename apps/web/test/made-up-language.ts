import { i18n } from '@lingui/core';
import { act } from '@testing-library/react';

const SPOKEN = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label'];
const FIRST_LETTER = 0x0621;
const LETTERS = 26;

/** Of each text another word, in letters that neither English nor a name of a test has. */
const wordOf = (id: string) =>
  [...id].map((sign) => String.fromCharCode(FIRST_LETTER + (sign.charCodeAt(0) % LETTERS))).join('');
const catalog = new Proxy(
  {},
  { get: (_, id) => (typeof id === 'string' ? [wordOf(id)] : undefined), has: () => true },
) as Record<string, string[]>;

/** The page is read in a language in which every text of the catalogs is another, without a reload. */
export const readMadeUp = () => act(() => i18n.loadAndActivate({ locale: 'ar', messages: catalog }));

export const readEnglish = () => act(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

/**
 * What of the page is written, or read out, in Latin letters, initials apart: after a change of the language whatever has not followed it.
 * @param known names and what people typed, which stay as they are
 */
export function latinWords(known: readonly string[]): string[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [document.title];
  while (texts.nextNode()) found.push(texts.currentNode.nodeValue ?? '');
  for (const element of document.body.querySelectorAll('*')) {
    for (const name of SPOKEN) found.push(element.getAttribute(name) ?? '');
  }
  const without = (text: string) => known.reduce((rest, word) => rest.replaceAll(word, ''), text);
  return found.filter((text) => /[a-z]{2,}/.test(without(text)));
}
