import { compile, messagesOf, readCatalog } from '@health-connect/locales/catalogs';
import { PSEUDO_LANGUAGE, SOURCE_LANGUAGE } from '@health-connect/locales/languages';
import { pseudoMessages } from '@health-connect/locales/pseudo';
import { setupI18n } from '@lingui/core';

/** What a text of the page is in a language: `say('Confirm visit')`, `say('Confirm {name}', { name })`. */
export interface Say {
  (message: string, values?: Record<string, unknown>): string;
  /** The same with whatever is filled in, anywhere in what is read. */
  like: (message: string) => RegExp;
  language: string;
}

const FILLED = '\u0001';

/** Reads the catalogs that the page is built from: a text that the page no longer has is an error here. */
export function speaker(language: string): Say {
  const english = readCatalog(SOURCE_LANGUAGE);
  const ids = new Map(english.map(({ id, message }) => [message, id]));
  const plain = Object.fromEntries(english.map(({ id, message }) => [id, compile(message)]));
  const translated = language === PSEUDO_LANGUAGE ? pseudoMessages(english) : messagesOf(readCatalog(language));
  const i18n = setupI18n({ locale: language, messages: { [language]: { ...plain, ...translated } } });
  i18n.setMessagesCompiler((message) => [compile(message)].flat());
  const say = (message: string, values?: Record<string, unknown>) => {
    const id = ids.get(message);
    // English is what stands in the test; there it needs no catalog.
    if (id === undefined && language === SOURCE_LANGUAGE) return i18n._(message, values);
    if (id === undefined) throw new Error(`No text of the page says “${message}”.`);
    return i18n._(id, values);
  };
  const like = (message: string) => {
    const names = [...message.matchAll(/\{(\w+)/g)].map(([, name]) => [name, FILLED] as const);
    const written = say(message, Object.fromEntries(names)).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(written.replaceAll(/<\/?\d+\/?>/g, '').replaceAll(FILLED, '.*'));
  };
  return Object.assign(say, { like, language });
}
