import { transformAsync } from '@babel/core';
import linguiMacro from '@lingui/babel-plugin-lingui-macro';
import { makeConfig } from '@lingui/conf';
import type { Plugin } from 'vite';
import { type Entry, fileOf, languages, messagesOf, readCatalog } from '../../packages/locales/src/catalogs.js';
import { PSEUDO_LANGUAGE, SOURCE_LANGUAGE } from '../../packages/locales/src/languages.js';
import { pseudoMessages } from '../../packages/locales/src/pseudo.js';
import { compiledEnglish } from './compiled-english.js';

const ID = 'virtual:words';
/** A feature, or the words for refusals, which are loaded with the first of them. */
const PART = /^apps\/web\/src\/(?:features|lib(?=\/refusals))\/([^/]+)\//;
/** What every page needs: the frame, and what two features share. */
const BASE = 'base';

/** Which part of a catalog a text travels in: with its feature, or with the frame. */
function partOf({ origins }: Entry): string | null {
  const used = origins.filter((file) => file.startsWith('apps/web/'));
  const parts = new Set(used.map((file) => PART.exec(file)?.[1] ?? BASE));
  if (parts.size === 0) return null;
  return parts.size === 1 ? [...parts][0]! : BASE;
}

/** `<Trans>` is our own: lib/language/trans.tsx. */
const linguiConfig = makeConfig(
  { locales: [SOURCE_LANGUAGE], runtimeConfigModule: { Trans: ['#trans', 'Trans'] } },
  { skipValidation: true },
);

const isPseudo = (tag: string) => tag === PSEUDO_LANGUAGE;

/** A catalog in its parts. The language that nobody translates is made from English. */
function partsOf(tag: string): Map<string, Entry[]> {
  const parts = new Map<string, Entry[]>();
  for (const entry of readCatalog(isPseudo(tag) ? SOURCE_LANGUAGE : tag)) {
    const part = partOf(entry);
    if (part) parts.set(part, [...(parts.get(part) ?? []), entry]);
  }
  return parts;
}

const importOf = (tag: string) => (part: string) => `"${part}": () => import("${ID}/${tag}/${part}")`;

/** `virtual:words`: the languages there are, and where the parts of each are loaded from. */
function listOf(tags: readonly string[]): string {
  const sources = tags
    .filter((tag) => tag !== SOURCE_LANGUAGE)
    .map((tag) => `"${tag}": { ${[...partsOf(tag).keys()].sort().map(importOf(tag)).join(', ')} }`);
  return `export const tags = ${JSON.stringify(tags)};\nexport const sources = { ${sources.join(', ')} };`;
}

/**
 * The texts of the page. Macros in the source become calls of Lingui. English stays where it is written, so that it costs
 * no request and comes with the code that shows it; every other language is loaded in parts, one for the frame and one
 * for each feature (decision 041). `PSEUDO=1` adds the language that tests read.
 */
export const words = (): Plugin => {
  const tags = () => [...languages(), ...(process.env.PSEUDO ? [PSEUDO_LANGUAGE] : [])];
  let isBuild = false;
  return {
    name: 'words',
    enforce: 'pre',
    configResolved: ({ command }) => void (isBuild = command === 'build'),
    resolveId: (id) => (id === ID || id.startsWith(`${ID}/`) ? `\0${id}` : null),
    load(id) {
      if (id === `\0${ID}`) return listOf(tags());
      const [tag, part] = id.startsWith(`\0${ID}/`) ? id.slice(ID.length + 2).split('/') : [];
      if (!tag || !part) return null;
      // Whoever translates sees the page change.
      this.addWatchFile(fileOf(isPseudo(tag) ? SOURCE_LANGUAGE : tag));
      const entries = partsOf(tag).get(part) ?? [];
      return `export const messages = ${JSON.stringify(isPseudo(tag) ? pseudoMessages(entries) : messagesOf(entries))};`;
    },
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: /@lingui\/(core|react)\/macro/ },
      async handler(code, id) {
        const macro = [linguiMacro, { linguiConfig, stripMessageField: false }];
        const result = await transformAsync(code, {
          filename: id.replace(/\?.*$/, ''),
          babelrc: false,
          configFile: false,
          sourceMaps: true,
          parserOpts: { plugins: ['typescript', 'jsx'] },
          plugins: [macro, ...(isBuild ? [compiledEnglish] : [])],
        });
        return { code: result!.code!, map: result!.map ?? null };
      },
    },
  };
};
