import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { type Say, speaker } from './say.js';

export const PASSWORD = 'correct horse battery';

export interface Person {
  /** What a text of the page is in their language. */
  say: Say;
  name: string;
  email: string;
  context: BrowserContext;
  page: Page;
  /** Everything that the page complained about. */
  complaints: string[];
}

interface Options {
  name: string;
  timeZone: string;
  url: string;
  /** What their browser asks for; British English if nothing is said. */
  language?: string;
  viewport?: { width: number; height: number };
  colorScheme?: 'dark' | 'light';
  /** What the browser kept when it was closed. */
  storageState?: Awaited<ReturnType<BrowserContext['storageState']>>;
}

let count = 0;

/** Somebody with a browser of their own, in their own zone. Errors on their console are kept for the test to read. */
export async function arrive(
  browser: Browser,
  { name, timeZone, url, language = 'en', ...look }: Options,
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: url,
    timezoneId: timeZone,
    // British English, whose clock has 24 hours.
    locale: language === 'en' ? 'en-GB' : language,
    permissions: ['camera', 'microphone'],
    viewport: { width: 1280, height: 900 },
    ...look,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Chromium reports every 4xx by itself; the page shows those that matter.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${process.pid}-${++count}@example.test`;
  return { name, email, context, page, complaints, say: speaker(language) };
}

export async function signUpAsPatient(person: Person) {
  const { page, say } = person;
  await page.goto('/sign-up');
  await page.locator('input[type=radio][value=patient]').check();
  await fillIdentity(person);
  await page.getByRole('button', { name: say('Create account') }).click();
  await expect(page).not.toHaveURL(/sign-up/);
}

export async function signUpAsDoctor(person: Person, specialty: string) {
  const { page, say } = person;
  await page.goto('/sign-up');
  await page.locator('input[type=radio][value=doctor]').check();
  await fillIdentity(person);
  await page.getByLabel(say('Specialty')).fill(say(specialty));
  await page.getByLabel(say('Qualification')).fill('MBChB, University of Otago');
  await page.getByLabel(say('Years in practice')).fill('12');
  await page.getByRole('button', { name: say('Create account') }).click();
  await expect(page).not.toHaveURL(/sign-up/);
}

async function fillIdentity({ page, say, name, email }: Person) {
  await page.getByLabel(say('Full name')).fill(name);
  await page.getByLabel(say('E-mail')).fill(email);
  await page.getByLabel(say('Password'), { exact: true }).fill(PASSWORD);
}

/** From the next load on, the person's browser tells the time of `now`. Timers run as they do. */
export async function setWatch({ context, page }: Person, now: Date) {
  const offset = now.getTime() - Date.now();
  await context.addInitScript((shift: number) => {
    const RealDate = Date;
    // A reload runs every init script in turn: the last one counts, on the real clock.
    const base = (globalThis as { realDate?: DateConstructor }).realDate ?? RealDate;
    (globalThis as { realDate?: DateConstructor }).realDate = base;
    class ShiftedDate extends base {
      constructor(...args: []) {
        if (args.length === 0) super(base.now() + shift);
        else super(...args);
      }
      static override now() {
        return base.now() + shift;
      }
    }
    globalThis.Date = ShiftedDate as DateConstructor;
  }, offset);
  await page.reload();
}
