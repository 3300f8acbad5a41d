import { join } from 'node:path';
import { DEMO_ACCOUNTS } from '@health-connect/contract/demo';
import { PSEUDO_LANGUAGE } from '@health-connect/locales/languages';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type Stop, untilQuiet, untilStill, VISITORS } from './language-tour.js';
import { layoutFaults } from './layout-faults.js';
import { arrive } from './people.js';
import { plainEnglish, watchTyped } from './plain-english.js';
import { buildPseudoPage } from './pseudo-page.js';
import { startTestServer, type TestServer } from './server.js';

const WIDTHS = [1280, 360, 320];
const PICTURES = process.env.PICTURES;

// One server and one page at a time: the tour is long, and two browsers would only wait for each other.
test.describe.configure({ mode: 'default', timeout: 300_000 });
test.use({ actionTimeout: 15_000 });

let server: TestServer;
let pseudo: ReturnType<typeof buildPseudoPage>;
test.beforeAll(async () => {
  pseudo = buildPseudoPage();
  server = await startTestServer({ SEED_DEMO: 'true', WEB_ROOT: pseudo.webRoot });
});
test.afterAll(async () => {
  await server?.stop();
  pseudo?.remove();
});

test('what is cut, covered, out of sight or in plain English is found, and nothing else', async ({ page }) => {
  const faultsOf = async (body: string) => {
    await page.setContent(
      `<!doctype html><html lang="x"><title>Ţ</title><body style="margin:0;font:16px sans-serif">${body}`,
    );
    return [...(await layoutFaults(page)), ...(await plainEnglish(page, new Set(['Camila'])))];
  };
  const box = 'position:absolute;top:0;left:0';
  const FAULTY = [
    ['cut at its side', '<p style="width:40px;overflow:hidden;white-space:nowrap">ñóóţĥííñĝ ɱóóŕéé</p>'],
    ['cut below', '<p style="height:10px;overflow:hidden">ñóó</p>'],
    ['cut placeholder', '<input style="width:50px" placeholder="áá ṽééŕý ļóóñĝ óóñéé">'],
    ['outside of the screen', '<p style="position:fixed;right:-30px;top:0">ñóóţĥííñĝ</p>'],
    ['runs over its button', '<button style="width:30px;padding:0;white-space:nowrap">ñóóţĥííñĝ ɱóóŕéé</button>'],
    ['scrolls sideways', '<p style="width:2000px">ñóó</p>'],
    ['words over words', `<p style="${box}">ñóóţĥííñĝ</p><p style="${box}">ñóóţĥííñĝ</p>`],
    ['a control over another', `<button style="${box}">ñóó</button><button style="${box};left:9px">&nbsp;</button>`],
    ['<p>', '<p>Çáļļ Camila now</p>'],
    ['aria-label', '<button aria-label="Close"></button>'],
    ['placeholder', '<input placeholder="Name">'],
    ['alt', '<img alt="Photo">'],
  ] as const;
  for (const [fault, body] of FAULTY) expect((await faultsOf(body)).join('\n'), body).toContain(fault);
  const sound =
    '<p style="width:40px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">Camila Camila</p>' +
    '<button>ñóó 12:30</button><p>Camila</p><div style="width:90px;overflow:auto;white-space:nowrap">ñóóţĥííñĝ ɱóóŕéé</div>' +
    `<p style="${box};clip-path:inset(50%)">ñóóţĥííñĝ</p>`;
  expect(await faultsOf(sound)).toEqual([]);
});

test('every page of a visitor bears a longer language that runs from the right', async ({ browser }) => {
  await walk(await reader(browser), VISITORS);
});

/** Each with the first place where it is. */
type Faults = Map<string, string>;

interface Reader {
  page: Page;
  typed: Set<string>;
}

/** A visitor whose browser asks for the language that only tests read. */
async function reader(browser: Browser): Promise<Reader> {
  const place = { name: 'A reader', timeZone: 'Europe/London', url: server.url, language: PSEUDO_LANGUAGE };
  const { page } = await arrive(browser, place);
  return {
    page,
    typed: watchTyped(
      page,
      DEMO_ACCOUNTS.map(({ name }) => name),
    ),
  };
}

async function walk({ page, typed }: Reader, stops: readonly Stop[]) {
  const faults: Faults = new Map();
  for (const { path, open } of stops) {
    const where = typeof path === 'string' ? path : await path(page);
    await page.goto(where);
    await untilQuiet(page);
    await readAll(page, typed, where, faults);
    await open?.({ page, look: (what) => readAll(page, typed, `${where}, ${what}`, faults) });
  }
  expect([...faults].map(([fault, where]) => `${where}: ${fault}`)).toEqual([]);
}

/** Reads what is on the screen at every width; the first is where the person goes on. */
async function readAll(page: Page, typed: Set<string>, what: string, faults: Faults) {
  // The frame is on every page: once is enough.
  const note = (fault: string, where: string) => {
    if (faults.has(fault)) return;
    faults.set(fault, where);
  };
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await untilStill(page);
    for (const fault of await layoutFaults(page)) note(fault, `${what} at ${width} px`);
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${what.replaceAll(/\W+/g, '-')}-${width}.png`) });
  }
  await page.setViewportSize({ width: WIDTHS[0]!, height: 800 });
  for (const fault of await plainEnglish(page, typed)) note(fault, what);
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
    PSEUDO_LANGUAGE,
    'rtl',
  ]);
}
