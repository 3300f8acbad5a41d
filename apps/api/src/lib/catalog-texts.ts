import { compile, languages, readCatalog } from '@health-connect/locales/catalogs';
import { bestOf } from '@health-connect/locales/languages';
import { setupI18n } from '@lingui/core';

/**
 * A text that leaves the server by itself. Its id is the English text (ICU MessageFormat); the context keeps it apart from
 * the same words on a page, and says to translators where it stands.
 */
interface Text {
  id: string;
  context: 'mail' | 'calendar';
  values?: Record<string, string | number>;
}

/** Extraction looks for this name: `i18n._({ id: 'Choose a new password', context: 'mail' })`. */
interface Words {
  i18n: { _: (text: Text) => string };
  /** The IETF tag of what they are in. */
  language: string;
}

const tags = languages();
const read = new Map<string, Words>();

/** Whether there are words in it: a tag of one of the catalogs. */
export const isLanguage = (tag: string): boolean => tags.includes(tag);

/** The words of an account's language; English where it names none, and for each text that nobody translated yet. */
export function words(wanted: string): Words {
  const language = bestOf([wanted], tags);
  const known = read.get(language) ?? readWords(language);
  read.set(language, known);
  return known;
}

function readWords(language: string): Words {
  const ours = readCatalog(language).filter(({ origins }) => origins.some((file) => file.startsWith('apps/api/')));
  const messages = ours.map(({ message, translation }) => [message, compile(translation || message)] as const);
  const lingui = setupI18n({ locale: language, messages: { [language]: Object.fromEntries(messages) } });
  // A text that was not extracted yet is English.
  lingui.setMessagesCompiler((message) => [compile(message)].flat());
  return { language, i18n: { _: ({ id, values }) => lingui._(id, values) } };
}
