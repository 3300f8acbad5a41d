import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@health-connect/contract/demo';
import { expect, type Page, test } from '@playwright/test';
import type * as Axe from 'axe-core';
import { startTestServer, type TestServer } from './server.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDTHS = [1280, 360, 320];
// A visit of each page at each width, with axe: on a busy machine of two cores that takes a while.
test.describe.configure({ timeout: 300_000 });

let server: TestServer;
test.beforeAll(async () => {
  server = await startTestServer({ SEED_DEMO: 'true' });
});
test.afterAll(() => server.stop());

interface Stop {
  path: string | ((page: Page) => Promise<string>);
  heading: RegExp;
}

const STRANGERS: Stop[] = [
  { path: '/', heading: /Find a doctor/ },
  { path: '/doctors?q=derma&sort=rating', heading: /Find a doctor/ },
  { path: '/doctors?q=nobody-has-this-name', heading: /Find a doctor/ },
  { path: firstDoctor, heading: /Dr\./ },
  { path: '/doctors/000000000000000000000000', heading: /Doctor/ },
  { path: '/sign-in', heading: /Welcome back/ },
  { path: '/sign-up?role=doctor', heading: /Create an account/ },
  { path: '/forgot-password', heading: /Choose a new password/ },
  { path: '/reset-password', heading: /Choose a new password/ },
  { path: '/no/such/page', heading: /./ },
  { path: '/api/docs', heading: /Health-Connect API/ },
];

const PATIENTS: Stop[] = [
  { path: '/appointments', heading: /Appointments/ },
  { path: '/messages', heading: /Messages/ },
  { path: conversation, heading: /Messages/ },
  { path: '/profile', heading: /./ },
  { path: '/calls', heading: /Calls/ },
  { path: openConsult, heading: /Dr\./ },
];

const DOCTORS: Stop[] = [
  { path: '/today', heading: /./ },
  { path: '/today?tab=week', heading: /./ },
  { path: '/schedule', heading: /Schedule/ },
  { path: '/schedule?tab=dates', heading: /Schedule/ },
  { path: '/schedule?tab=rules', heading: /Schedule/ },
  { path: '/appointments', heading: /Appointments/ },
  { path: '/messages', heading: /Messages/ },
  { path: '/profile', heading: /./ },
  { path: openConsult, heading: /./ },
];

for (const theme of ['dark', 'light'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.beforeEach(async ({ page }) => {
      // The reference of the API has no setting of its own: it follows the system.
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(server.url);
      await page.evaluate((value) => localStorage.setItem('theme', value), theme);
    });

    test('every page of a visitor is accessible and fits from 320 px', async ({ page }) => {
      for (const stop of STRANGERS) await inspect(page, stop);
    });

    test('every page of a patient is accessible and fits from 320 px', async ({ page }) => {
      await enter(page, 'patient');
      for (const stop of PATIENTS) await inspect(page, stop);
    });

    test('every page of a doctor is accessible and fits from 320 px', async ({ page }) => {
      await enter(page, 'doctor');
      for (const stop of DOCTORS) await inspect(page, stop);
    });
  });
}

async function enter(page: Page, role: 'patient' | 'doctor') {
  const { email } = DEMO_ACCOUNTS.find((door) => door.role === role)!;
  const reply = await page.request.post(`${server.url}/api/auth/login`, {
    headers: { origin: server.url },
    data: { email, password: DEMO_PASSWORD, role },
  });
  expect(reply.status()).toBe(200);
}

async function inspect(page: Page, { path, heading }: Stop) {
  const where = typeof path === 'string' ? path : await path(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(server.url + where);
    await expect(page.getByRole('heading', { level: 1, name: heading }).first(), where).toBeVisible();
    await untilQuiet(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${where} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
    if (width !== 320) expect(await violations(page), `${where} at ${width} px`).toEqual([]);
  }
}

/** Nothing is loading any more. */
async function untilQuiet(page: Page) {
  await page.waitForLoadState('networkidle');
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    const result = await axe.run(document, { runOnly: rules });
    return result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    );
  }, RULES);
}

async function firstDoctor(page: Page): Promise<string> {
  const reply = await page.request.get(`${server.url}/api/doctors?q=Mereana`);
  return `/doctors/${((await reply.json()) as { data: { _id: string }[] }).data[0]!._id}`;
}

async function conversation(page: Page): Promise<string> {
  const reply = await page.request.get(`${server.url}/api/message/conversations`);
  return `/messages/${((await reply.json()) as { data: { peer: { _id: string } }[] }).data[0]!.peer._id}`;
}

/** The demo has a visit whose room is open when the server starts. */
async function openConsult(page: Page): Promise<string> {
  const reply = await page.request.get(`${server.url}/api/appointments?status=scheduled&limit=100`);
  const appointments = ((await reply.json()) as { data: { _id: string; can: { join: boolean } }[] }).data;
  return `/consult/${appointments.find((one) => one.can.join)!._id}`;
}
