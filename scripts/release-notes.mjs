// node scripts/release-notes.mjs v1.2.3: prints what CHANGELOG.md says of that release; fails where package.json has another
// version, or the page says nothing of it.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { failPlainly, ROOT } from './run.mjs';

/** The lines below the heading of a version (`## 1.2.3`, what follows the number is free), up to the next one. */
export function releaseNotes(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split(/[\s,]/, 1)[0] === version);
  const notes = section?.slice(section.indexOf('\n')).trim();
  if (!notes)
    throw new Error(`CHANGELOG.md says nothing of ${version}: give the lines under "Next" that number and a day.`);
  return notes;
}

async function main(tag = '') {
  const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, but package.json has ${version}.`);
  console.log(releaseNotes(readFileSync(`${ROOT}CHANGELOG.md`, 'utf8'), version));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv[2]).catch(failPlainly);
