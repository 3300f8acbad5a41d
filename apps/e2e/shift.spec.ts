import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@health-connect/contract/demo';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { startTestServer, type TestServer } from './server.js';

const MOST = 0.02;
const LATE_MS = 400;

let server: TestServer;
test.beforeAll(async () => {
  server = await startTestServer({ SEED_DEMO: 'true' });
});
test.afterAll(() => server.stop());

/** A small phone that adds up how far what is already seen moves while the page loads. */
async function openPhone(browser: Browser, role: 'patient' | 'doctor'): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 360, height: 740 },
    locale: 'en-GB',
  });
  const { email } = DEMO_ACCOUNTS.find((door) => door.role === role)!;
  const data = { email, password: DEMO_PASSWORD, role };
  const reply = await context.request.post('/api/auth/login', { headers: { origin: server.url }, data });
  expect(reply.status()).toBe(200);
  await context.addInitScript(() => {
    const moved = { total: 0 };
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved.total += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return context.newPage();
}

/** After two more frames, when the last shift is counted. */
const shiftOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const told = () => resolve((globalThis as unknown as { moved: { total: number } }).moved.total);
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(told)));
      }),
  );

test('on a phone nothing moves under the finger while day, list and conversation load', async ({ browser }) => {
  const doctor = await openPhone(browser, 'doctor');
  const late = /status=pending|\/doctors\/schedule|\/doctors\/dashboard/;
  // On a slow line the parts of the day come one after the other.
  await doctor.route(late, (route) => setTimeout(() => void route.continue(), LATE_MS));
  await doctor.goto('/today');
  await expect(doctor.getByRole('heading', { name: 'Requests' })).toBeVisible();
  await expect(doctor.getByRole('region', { name: 'Figures' })).toBeVisible();
  expect(await shiftOf(doctor), 'the day').toBeLessThanOrEqual(MOST);

  const patient = await openPhone(browser, 'patient');
  await patient.goto('/doctors');
  await expect(patient.getByRole('link', { name: /, book / }).first()).toBeVisible();
  expect(await shiftOf(patient), 'the list').toBeLessThanOrEqual(MOST);

  const inbox = (await (await patient.request.get('/api/message/conversations')).json()) as {
    data: { peer: { _id: string } }[];
  };
  await patient.goto(`/messages/${inbox.data[0]!.peer._id}`);
  await expect(patient.getByRole('textbox', { name: /message/i })).toBeVisible();
  expect(await shiftOf(patient), 'the conversation').toBeLessThanOrEqual(MOST);
});
