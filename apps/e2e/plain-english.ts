import { languages } from '@health-connect/locales/catalogs';
import { languageOf } from '@health-connect/locales/languages';
import type { Page, Response } from '@playwright/test';

/** Fields of answers that hold what somebody typed, or what they are called. */
const TYPED = new Set(
  'name author reason symptoms comment review notes summary note qualification text bio address relationship phone contactNumber email medicalHistory allergies gender about'.split(
    ' ',
  ),
);
/** Time zones are called by their cities, as the database of zones writes them. */
const CITIES = Intl.supportedValuesOf('timeZone').flatMap((zone) => zone.replaceAll('_', ' ').split('/').slice(1));
/** Ours, what languages call themselves, and kinds of files: no language says them otherwise. */
const ALLOWED = [
  'Health-Connect',
  ...languages().map((tag) => languageOf(tag).name),
  'UTC',
  'GMT',
  'JPEG',
  'PNG',
  'WebP',
  'GIF',
  'MB',
  'AB',
  ...CITIES,
];

/** What people typed and are called, as answers tell it: no text of the page. Filled while the page is used. */
export function watchTyped(page: Page, known: readonly string[] = []): Set<string> {
  const typed = new Set([...ALLOWED, ...known]);
  const collect = (value: unknown, key = ''): void => {
    if (Array.isArray(value)) for (const one of value) collect(one, key);
    else if (value && typeof value === 'object') for (const [name, one] of Object.entries(value)) collect(one, name);
    else if (typeof value === 'string' && key === 'timeZone') typed.add(value.split('/').at(-1)!.replaceAll('_', ' '));
    else if (typeof value === 'string' && TYPED.has(key)) {
      for (const part of [value, ...value.split('\n'), ...(key === 'name' ? value.split(/[ ,]+/) : [])])
        typed.add(part.trim());
    }
  };
  const read = async (response: Response) => {
    if (response.url().includes('/api/') && response.headers()['content-type']?.includes('json'))
      collect(await response.json().catch(() => null));
  };
  page.on('framenavigated', (frame) => {
    for (const word of new URL(frame.url(), 'http://x').searchParams.values()) typed.add(word);
  });
  page.on('response', (response) => void read(response));
  return typed;
}

/** Texts of the page, also those that are only heard, that stand in plain letters. */
export const plainEnglish = (page: Page, typed: ReadonlySet<string>): Promise<string[]> =>
  page.evaluate(
    findPlainEnglish,
    [...typed].filter((one) => one.length > 1).sort((a, b) => b.length - a.length),
  );

/** Runs in the page: it may use nothing from outside of itself. */
function findPlainEnglish(typed: string[]): string[] {
  const found = new Set<string>();
  const judge = (text: string | null, where: string) => {
    let rest = (text ?? '').replaceAll(/\s+/g, ' ').trim();
    // A long text is shortened in a list, and a person called by the first name.
    if (rest.endsWith('…') && typed.some((one) => one.replaceAll(/\s+/g, ' ').startsWith(rest.slice(0, -1).trim())))
      return;
    for (const one of typed) {
      const escaped = one.replaceAll(/\s+/g, ' ').replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
      rest = rest.replaceAll(new RegExp(`(?<![A-Za-z])${escaped}(?![A-Za-z])`, 'g'), ' ');
    }
    if (/[A-Za-z]{2}/.test(rest)) found.add(`${where}: “${(text ?? '').trim().slice(0, 90)}”`);
  };
  const skipped = 'script, style, noscript, code, kbd, svg, .avatar, [data-typed], option[value^="fake"], datalist';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, nodeValue } = walker.currentNode;
    if (parentElement && !parentElement.closest(skipped)) judge(nodeValue, `<${parentElement.tagName.toLowerCase()}>`);
  }
  const said = [
    'aria-label',
    'title',
    'placeholder',
    'alt',
    'aria-roledescription',
    'aria-valuetext',
    'aria-description',
  ];
  for (const name of said)
    for (const element of document.body.querySelectorAll(`[${name}]`)) judge(element.getAttribute(name), name);
  judge(document.title, 'the title of the page');
  return [...found];
}
