import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@health-connect/contract/demo';
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { startTestServer, type TestServer } from './server.js';

/** No blank, hyphen or soft hyphen to break at. */
const LONG_NAME = 'Llanfairpwllgwyngyllgogerychwyrndrobwllll';
const PHONE = { width: 360, height: 740 };

let server: TestServer;
test.beforeAll(async () => {
  server = await startTestServer({ SEED_DEMO: 'true' });
});
test.afterAll(() => server.stop());

type Reader = 'patient' | 'doctor';

async function openAs(browser: Browser, role: Reader, look: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, locale: 'en-GB', ...look });
  const { email } = DEMO_ACCOUNTS.find((door) => door.role === role)!;
  const reply = await context.request.post('/api/auth/login', {
    headers: { origin: server.url },
    data: { email, password: DEMO_PASSWORD, role },
  });
  expect(reply.status()).toBe(200);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

const idIn = async (page: Page, path: string, pick: (rows: never[]) => string) =>
  pick(((await (await page.request.get(path)).json()) as { data: never[] }).data);

test.describe('forced colours', () => {
  /** What of an element is still seen when the browser chose the colours. */
  const seen = (element: Locator) =>
    element.evaluate((node) => {
      const { color, backgroundColor, outlineStyle, outlineWidth, borderBottomWidth, textDecorationLine } =
        getComputedStyle(node);
      return { color, backgroundColor, outlineStyle, outlineWidth, borderBottomWidth, textDecorationLine };
    });
  const expectDifferent = async (one: Locator, other: Locator, what: string) =>
    expect(await seen(one), what).not.toEqual(await seen(other));
  const expectEdge = async (element: Locator, what: string) =>
    expect((await seen(element)).outlineStyle, what).not.toBe('none');

  test('what is chosen, pressed, primary and live is told without a background', async ({ browser }) => {
    const patient = await openAs(browser, 'patient', { forcedColors: 'active' });
    await patient.goto('/doctors');
    const rail = patient.getByRole('navigation', { name: 'Main' });
    await expectDifferent(
      rail.getByRole('link', { name: 'Doctors' }),
      rail.getByRole('link', { name: 'Messages' }),
      'here',
    );
    const chips = patient.getByRole('search').getByRole('button');
    await chips.nth(1).click();
    await expectDifferent(chips.nth(1), chips.nth(2), 'a pressed filter');
    await expectEdge(chips.nth(2), 'a filter');

    const times = patient.getByRole('link', { name: /, book / });
    await expectEdge(times.first(), 'a free time');
    await times.first().click();
    const radios = patient.getByRole('group', { name: 'Kind of visit' }).locator('label > span');
    await expectDifferent(radios.nth(0), radios.nth(1), 'the chosen kind');
    const chosen = patient.locator('input[type=radio][value$=Z]:checked + span');
    const free = patient.locator('input[type=radio][value$=Z]:not(:checked) + span').first();
    await expectDifferent(chosen, free, 'the chosen time');
    const primary = patient.getByRole('button', { name: 'Confirm visit' });
    await expectDifferent(primary, patient.getByRole('link', { name: 'Write a message' }), 'the primary action');

    const doctor = await openAs(browser, 'doctor', { forcedColors: 'active' });
    await doctor.goto('/schedule');
    const tabs = doctor.getByRole('tab');
    await expectDifferent(tabs.nth(0), tabs.nth(1), 'the tab that is open');
    await doctor.goto('/today');
    await expectDifferent(
      doctor.getByRole('link', { name: /^Join/ }),
      doctor.getByRole('main').getByRole('link', { name: 'Message' }),
      'the way into the visit',
    );
  });
});

test('a name of 40 letters without a break fits a phone, on every page', async ({ browser }) => {
  const patient = await openAs(browser, 'patient', { viewport: PHONE });
  const doctor = await openAs(browser, 'doctor', { viewport: PHONE });
  for (const [page, path] of [
    [patient, '/api/patients/profile'],
    [doctor, '/api/doctors/profile'],
  ] as const) {
    const reply = await page.request.put(path, { headers: { origin: server.url }, data: { name: LONG_NAME } });
    expect(reply.status()).toBe(200);
  }
  const me = await idIn(doctor, '/api/auth/me', (account) => (account as unknown as { _id: string })._id);
  const appointment = await idIn(
    doctor,
    '/api/appointments?status=scheduled&limit=100',
    (rows) => (rows as { _id: string; can: { join: boolean } }[]).find(({ can }) => can.join)!._id,
  );
  const peer = await idIn(
    doctor,
    '/api/message/conversations',
    (rows) => (rows as { peer: { _id: string; name: string } }[]).find(({ peer }) => peer.name === LONG_NAME)!.peer._id,
  );
  const pages: [Page, string[]][] = [
    [patient, ['/doctors', `/doctors/${me}`, '/appointments', `/appointments?visit=${appointment}`, '/messages']],
    [patient, [`/messages/${me}`, '/calls', '/profile', `/consult/${appointment}`]],
    [doctor, ['/today', '/today?tab=week', `/today?visit=${appointment}`, '/appointments', '/messages']],
    [doctor, [`/messages/${peer}`, '/calls', '/schedule', '/profile', `/consult/${appointment}`]],
  ];
  for (const [page, paths] of pages) {
    for (const path of paths) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
      const cut = await page.evaluate(
        ({ name, width }) => {
          const holders = [...document.querySelectorAll<HTMLElement>('main *, [role=dialog] *')].filter((element) =>
            [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.includes(name)),
          );
          return (
            holders
              // What is there for screen readers alone is clipped to a dot, with all that is in it.
              .filter((element) => element.checkVisibility() && !element.closest('.sr-only'))
              .filter((element) => element.getBoundingClientRect().right > width + 1)
              .map((element) => element.outerHTML.slice(0, 160))
              .concat(document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : [])
          );
        },
        { name: LONG_NAME, width: PHONE.width },
      );
      expect(cut, path).toEqual([]);
    }
  }
});

test('a toast covers no field', async ({ browser }) => {
  const page = await openAs(browser, 'patient', { viewport: PHONE });
  await page.goto('/profile');
  for (const field of ['Full name', 'Phone']) {
    await page.getByLabel(field).first().scrollIntoViewIfNeeded();
    await page
      .getByLabel(field)
      .first()
      .fill(field === 'Full name' ? `${LONG_NAME} Ann` : '+64 21 555 0100');
    await page.getByRole('button', { name: /^Save/ }).click();
    const said = page.locator('[data-sonner-toast]').last();
    await expect(said).toBeVisible();
    const covered = await said.evaluate((node) => {
      const toast = node.getBoundingClientRect();
      return [...document.querySelectorAll('input, textarea, select')].filter((field) => {
        const box = field.getBoundingClientRect();
        return box.bottom > toast.top && box.top < toast.bottom && box.right > toast.left && box.left < toast.right;
      }).length;
    });
    expect(covered).toBe(0);
    await expect(said).toBeHidden({ timeout: 20_000 });
  }
});
