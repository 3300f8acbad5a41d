import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { generateMessageId } from '@lingui/message-utils/generateMessageId';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PO from 'pofile';
import { SOURCE_LANGUAGE } from './languages.js';

/** One text of a catalog file. */
export interface Entry {
  /** What code asks for, the same in every language: made from the message and its context, or the message itself. */
  id: string;
  /** English, as the source has it (ICU MessageFormat). */
  message: string;
  /** Empty where nobody translated it yet. */
  translation: string;
  /** Files that use it, from the root of the repository. */
  origins: string[];
}

/** What is said by id: plain text, or text with what is filled in. */
export type Messages = Record<string, string | CompiledMessage>;

const FOLDER = join(import.meta.dirname, '..');

/** How Lingui marks a text that is asked for by itself: the server's, which runs without macros. */
const EXPLICIT = 'js-lingui-explicit-id';

/** The languages there are: one catalog file each. English first. */
export function languages(folder = FOLDER): string[] {
  const tags = readdirSync(folder).flatMap((file) => /^(.+)\.po$/.exec(file)?.[1] ?? []);
  return tags.sort((a, b) => Number(b === SOURCE_LANGUAGE) - Number(a === SOURCE_LANGUAGE) || a.localeCompare(b));
}

export const fileOf = (tag: string, folder = FOLDER) => join(folder, `${tag}.po`);

/** Everything in the catalog file of a language. */
export function readCatalog(tag: string, folder = FOLDER): Entry[] {
  const { items } = PO.parse(readFileSync(fileOf(tag, folder), 'utf8'));
  return items
    .filter(({ obsolete }) => !obsolete)
    .map(({ msgid, msgctxt, msgstr, references, extractedComments }) => ({
      id: extractedComments.includes(EXPLICIT) ? msgid : generateMessageId(msgid, msgctxt ?? undefined),
      message: msgid,
      translation: msgstr[0] ?? '',
      origins: references,
    }));
}

/**
 * A text as it is quickest to fill in.
 * @param map what becomes of the text between what is filled in
 * @throws where it is no ICU message
 */
export function compile(message: string, map?: (text: string) => string): string | CompiledMessage {
  const compiled = compileMessageOrThrow(message, map);
  const [only] = compiled;
  return compiled.length === 1 && typeof only === 'string' ? only : compiled;
}

/** What was translated, compiled; what was not is absent and is read in English. */
export const messagesOf = (entries: readonly Entry[]): Messages =>
  Object.fromEntries(
    entries.filter(({ translation }) => translation).map(({ id, translation }) => [id, compile(translation)]),
  );
