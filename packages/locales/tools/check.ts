// npm run check -- words: the catalog files say what the source says, and translations can stand for their messages. What a
// language lacks is counted and printed; it is read in English there.
import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import { languages, readCatalog } from '../src/catalogs.js';
import { problemOf } from '../src/differences.js';
import { SOURCE_LANGUAGE } from '../src/languages.js';

const ROOT = `${import.meta.dirname}/../../..`;
const print = (line: string) => process.stdout.write(`${line}\n`);

async function extracted(): Promise<Map<string, string>> {
  process.chdir(ROOT);
  const [catalog] = await getCatalogs(getConfig({ configPath: 'lingui.config.ts' }));
  const found = await catalog?.collect();
  if (!found) throw new Error('The texts could not be read from the source; the first words above say where.');
  return new Map(Object.entries(found).map(([id, { message }]) => [id, message ?? id]));
}

function compare(tag: string, source: ReadonlyMap<string, string>): string[] {
  const entries = readCatalog(tag);
  const known = new Set(entries.map(({ id }) => id));
  const missing = [...source].filter(([id]) => !known.has(id)).map(([, message]) => `${tag}: is not in it: ${message}`);
  const unused = entries.filter(({ id }) => !source.has(id)).map(({ message }) => `${tag}: nobody uses: ${message}`);
  const wrong = entries.flatMap(({ message, translation }) => {
    const problem = translation ? problemOf(message, translation) : null;
    return problem ? [`${tag}: "${translation}" ${problem}; the English is "${message}"`] : [];
  });
  const open = entries.filter(({ translation }) => !translation).length;
  print(`${tag}: ${entries.length} texts, ${open === 0 ? 'complete' : `${open} not translated`}`);
  return [...missing, ...unused, ...wrong];
}

const source = await extracted();
const problems = languages().flatMap((tag) => compare(tag, source));
if (!languages().includes(SOURCE_LANGUAGE)) problems.push(`There is no ${SOURCE_LANGUAGE}.po.`);
for (const problem of problems) print(problem);
if (problems.length > 0) {
  print(
    `\n${problems.length} problems. \`npm run words\` takes over what the source says; the rest is mended in packages/locales/*.po.`,
  );
  process.exit(1);
}
