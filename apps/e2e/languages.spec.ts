import { join } from 'node:path';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@health-connect/contract/demo';
import { PSEUDO_LANGUAGE } from '@health-connect/locales/languages';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { register } from './appointments.js';
import {
  appointment,
  conversation,
  DOCTORS,
  NEW_DOCTORS,
  NEW_PATIENTS,
  PATIENTS,
  type Stop,
  untilQuiet,
  untilStill,
  VISITORS,
} from './language-tour.js';
import { layoutFaults } from './layout-faults.js';
import { arrive } from './people.js';
import { plainEnglish, watchTyped } from './plain-english.js';
import { buildPseudoPage } from './pseudo-page.js';
import { speaker } from './say.js';
import { startTestServer, type TestServer } from './server.js';

const WIDTHS = [1280, 360, 320];
const PICTURES = process.env.PICTURES;
/** What Chromium calls the devices that it makes up for tests. */
const DEVICES = [
  'Default Audio Input',
  'Audio Input 1',
  'Audio Input 2',
  'Default Audio Output',
  'Audio Output 1',
  'Audio Output 2',
];

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

test('every page of a patient does', async ({ browser }) => {
  await walk(await reader(browser, 'patient'), PATIENTS);
});

test('every page of a doctor does', async ({ browser }) => {
  await walk(await reader(browser, 'doctor'), DOCTORS);
});

test('the empty pages of who is new do', async ({ browser }) => {
  for (const [role, stops] of [
    ['patient', NEW_PATIENTS],
    ['doctor', NEW_DOCTORS],
  ] as const) {
    const person = await arrive(browser, { ...PLACE(), name: 'Ana Silva' });
    const typed = watchTyped(person.page);
    await register(person, server.url, role);
    await walk({ page: person.page, typed }, stops);
  }
});

test('the waiting room, the visit, its panels and a call do', async ({ browser }) => {
  const say = speaker(PSEUDO_LANGUAGE);
  const patient = await reader(browser, 'patient');
  const doctor = await reader(browser, 'doctor');
  const room = await appointment(({ can }) => can.join, '/consult/')(patient.page);
  const faults: Faults = new Map();
  const look = ({ page, typed }: Reader, what: string) => readAll(page, typed, what, faults);
  const join = async ({ page }: Reader) => {
    await page.goto(room);
    await untilQuiet(page);
    await look(page === patient.page ? patient : doctor, 'before the visit');
    await page.getByRole('button', { name: say('Join visit') }).click();
  };
  await join(patient);
  await expect(patient.page.getByRole('heading', { level: 1 })).toBeVisible();
  await patient.page.getByRole('button', { name: say('Leave the waiting room') }).waitFor();
  await look(patient, 'the waiting room');
  await join(doctor);
  await doctor.page.getByRole('button', { name: say('Let in') }).waitFor();
  await look(doctor, 'somebody waits');
  await doctor.page.getByRole('button', { name: say('Let in') }).click();
  await patient.page.getByRole('toolbar').waitFor();
  await look(patient, 'the visit');
  for (const tab of await doctor.page.getByRole('toolbar').locator('button[aria-expanded]').all()) {
    if ((await tab.getAttribute('aria-haspopup')) !== null) continue;
    await tab.click();
    await look(doctor, 'a panel of the visit');
  }
  await doctor.page.getByRole('button', { name: say('More'), exact: true }).click();
  await look(doctor, 'more');
  await doctor.page.getByRole('menuitem').first().click();
  await look(doctor, 'devices');
  await doctor.page.keyboard.press('Escape');
  await doctor.page
    .getByRole('button', { name: say('Leave'), exact: true })
    .last()
    .click();
  await look(doctor, 'how it ended');
  await doctor.page.getByRole('button', { name: say('End for everyone, complete later') }).click();
  await patient.page.getByRole('toolbar').waitFor({ state: 'hidden' });
  await Promise.all([look(doctor, 'after the visit'), look(patient, 'after the visit')]);

  await doctor.page.goto(await conversation(doctor.page));
  await patient.page.goto('/calls');
  await untilQuiet(patient.page);
  await doctor.page.getByRole('button', { name: say('Call'), exact: true }).click();
  await patient.page.getByRole('alertdialog').waitFor();
  await Promise.all([look(doctor, 'calling'), look(patient, 'somebody calls')]);
  await patient.page.getByRole('alertdialog').getByRole('button').last().click();
  await patient.page.getByRole('toolbar').waitFor();
  await look(patient, 'a call');
  await patient.page.getByRole('button', { name: say('Hang up'), exact: true }).click();
  await doctor.page.getByRole('toolbar').waitFor({ state: 'hidden' });
  await look(doctor, 'after the call');
  expect([...faults].map(([fault, where]) => `${where}: ${fault}`)).toEqual([]);
});

/** Each with the first place where it is. */
type Faults = Map<string, string>;

interface Reader {
  page: Page;
  typed: Set<string>;
}

const PLACE = () => ({ name: 'A reader', timeZone: 'Europe/London', url: server.url, language: PSEUDO_LANGUAGE });

/** Somebody of the demo, or a visitor, whose browser asks for the language that only tests read. */
async function reader(browser: Browser, role?: 'patient' | 'doctor'): Promise<Reader> {
  const { page } = await arrive(browser, PLACE());
  const typed = watchTyped(page, [
    ...DEMO_ACCOUNTS.flatMap(({ name, email }) => [name, email]),
    'fake_device_0',
    ...DEVICES.map((name) => `Fake ${name}`),
  ]);
  const account = DEMO_ACCOUNTS.find((one) => one.role === role);
  if (account) {
    const data = { email: account.email, password: DEMO_PASSWORD, role };
    const reply = await page.request.post('/api/auth/login', { headers: { origin: server.url }, data });
    expect(reply.status()).toBe(200);
  }
  return { page, typed };
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
