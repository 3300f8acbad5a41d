import { bestOf, directionOf, type Language, languageOf, SOURCE_LANGUAGE } from '@health-connect/locales/languages';
import { i18n, type Messages } from '@lingui/core';
import { useSyncExternalStore } from 'react';
import { sources, tags } from 'virtual:words';
import { loadSpecialtyWords } from '../specialties/specialty-name.js';

/** Also a language that is gone by now may stand there. */
const KEY = 'language';
const BASE = 'base';

/** What pages have asked for so far: it is there before the first of them is drawn, in every language that is chosen. */
const parts = new Set([BASE]);
let wanted = SOURCE_LANGUAGE;
/** What has come of each language. */
const texts = new Map<string, Messages>();

// The built page knows English as it stands in the code, compiled; everywhere else Lingui compiles what it meets.
if (import.meta.env.PROD) i18n.setMessagesCompiler((message) => [message]);
activate(SOURCE_LANGUAGE);

function activate(tag: string) {
  i18n.loadAndActivate({ locale: tag, messages: texts.get(tag) ?? {} });
  document.documentElement.lang = tag;
  document.documentElement.dir = directionOf(tag);
}

/** The IETF tag of the language that the page is read in. */
export const language = () => i18n.locale;

/** The languages that there are, each in its own words. */
export const languages = (): Language[] => tags.map(languageOf);

/** Draws whoever uses it anew when the language changes. The whole page does so from its root: texts need no hook. */
export const useLanguage = () => useSyncExternalStore(subscribe, language);
const subscribe = (listener: () => void) => i18n.on('change', listener);

/**
 * Loads what the pages so far need in a language, then shows all of it at once; chosen twice in a row, the last stays.
 * @throws when its texts cannot be loaded: the page stays as it is
 */
export async function showLanguage(tag: string): Promise<void> {
  wanted = bestOf([tag], tags);
  const chosen = wanted;
  try {
    await load(chosen, [...parts]);
    if (wanted === chosen) activate(chosen);
  } catch (error) {
    if (wanted === chosen) wanted = language();
    throw error;
  }
}

/** The same, and kept on this device. */
export async function setLanguage(tag: string): Promise<void> {
  await showLanguage(tag);
  if (wanted !== tag) return;
  try {
    localStorage.setItem(KEY, tag);
  } catch {
    // Storage can be forbidden; then the choice lasts until the page is left.
  }
}

/** Whether it was chosen here, or is what the browser would rather read than any other. */
export const isTheirs = (tag: string): boolean => kept() === tag || navigator.languages[0]?.split('-')[0] === tag;

/**
 * What `load` answers, and the texts of the features that it draws with it: `withWords(['messages', 'calls'], load)`.
 * Wherever code of a feature is loaded by itself.
 */
export async function withWords<T>(features: readonly string[], load: () => Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([load(), ...features.map(loadWords)]);
  return loaded;
}

async function loadWords(part: string): Promise<void> {
  parts.add(part);
  const tag = wanted;
  await load(tag, [part]);
  if (language() === tag) activate(tag);
}

async function load(tag: string, names: readonly string[]): Promise<void> {
  const [loaded] = await Promise.all([
    Promise.all(names.map((name) => sources[tag]?.[name]?.())),
    tag !== SOURCE_LANGUAGE && loadSpecialtyWords(),
  ]);
  texts.set(tag, Object.assign({}, texts.get(tag), ...loaded.map((part) => part?.messages)));
}

/** Before the first drawing: what was chosen on this device, or the first of the browser's languages that there is. */
export async function startLanguage(): Promise<void> {
  const tag = bestOf([kept(), ...navigator.languages], tags);
  // English is there in any case: better that than no page.
  if (tag !== SOURCE_LANGUAGE) await showLanguage(tag).catch(() => undefined);
}

function kept(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}
