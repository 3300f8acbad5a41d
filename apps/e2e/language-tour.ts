import { expect, type Page } from '@playwright/test';

/** One page of a tour. */
export interface Stay {
  page: Page;
  /** Reads what is on the screen now, at every width. */
  look: (what: string) => Promise<void>;
}

export interface Stop {
  path: string | ((page: Page) => Promise<string>);
  /** What is opened there, one after the other, and looked at. Found by what it is, never by its words. */
  open?: (stay: Stay) => Promise<void>;
}

const MENU = 'main button[aria-haspopup=menu]';
const DIALOG = '[role=dialog], [role=alertdialog]';

/** What somebody sees who is not signed in. */
export const VISITORS: Stop[] = [
  { path: '/doctors' },
  { path: '/doctors?q=nobody-has-this-name' },
  { path: '/doctors?q=skin&specialization=Dermatology' },
  { path: doctorCalled('Mereana'), open: chooseTime },
  { path: '/doctors/000000000000000000000000' },
  { path: '/sign-in', open: sendEmptyForm },
  { path: '/sign-up?role=patient', open: sendEmptyForm },
  { path: '/sign-up?role=doctor', open: sendEmptyForm },
  { path: '/forgot-password', open: askForLink },
  { path: '/reset-password' },
  { path: '/reset-password?mailed#0123456789abcdef', open: sendEmptyForm },
  { path: '/no/such/page' },
];

/** A patient with appointments of every kind. */
export const PATIENTS: Stop[] = [
  { path: '/appointments', open: menusAndTheirDialogs },
  { path: '/appointments?tab=past', open: menusAndTheirDialogs },
  { path: appointment(({ status }) => status === 'scheduled', '/appointments?visit=') },
  { path: '/messages' },
  { path: conversation },
  { path: '/calls' },
  { path: '/profile', open: profileDialogs },
  { path: doctorCalled('Mereana'), open: bookTooMany },
  { path: doctorCalled('Lindqvist'), open: bookTime },
  { path: '/doctors', open: accountMenuAndKeys },
];

/** Who has nothing yet: every page says what it is for. */
export const NEW_PATIENTS: Stop[] = ['/appointments', '/appointments?tab=past', '/messages', '/calls', '/profile'].map(
  (path) => ({ path }),
);
export const NEW_DOCTORS: Stop[] = [
  '/today',
  '/today?tab=week',
  '/schedule',
  '/schedule?tab=dates',
  '/appointments',
].map((path) => ({ path }));

export const DOCTORS: Stop[] = [
  { path: '/today', open: answerRequests },
  { path: '/today?tab=week' },
  { path: appointment(({ status }) => status === 'scheduled', '/today?visit='), open: tabsOfSheet },
  { path: appointment(({ status }) => status === 'pending', '/today?visit=') },
  { path: '/schedule', open: hoursAndTheirDialogs },
  {
    path: '/schedule?tab=dates',
    open: ({ page, look }) => press(page.locator('main [role=tabpanel] button').first(), look, 'a date'),
  },
  { path: '/schedule?tab=rules' },
  { path: '/appointments', open: menusAndTheirDialogs },
  { path: '/appointments?tab=past', open: menusAndTheirDialogs },
  { path: '/messages' },
  { path: conversation },
  { path: '/calls' },
  { path: '/profile', open: profileDialogs },
  { path: doctorCalled('Mereana') },
  { path: '/calls', open: accountMenuAndKeys },
];

/** Nothing is loading any more, and what moved has come to rest. */
export async function untilQuiet(page: Page) {
  await page.waitForLoadState('networkidle');
  await expect(page.locator('main, [role=dialog], h1').first()).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.mouse.move(0, 0);
  await untilStill(page);
}

/** The page was drawn, and what moved has come to rest. */
export async function untilStill(page: Page) {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    return Promise.all(ending.map((one) => one.finished.catch(() => undefined)));
  });
}

async function press(button: ReturnType<Page['locator']>, look: Stay['look'], what: string) {
  await button.click();
  await expect(button.page().locator(DIALOG).last()).toBeVisible();
  await look(what);
}

async function chooseTime({ page, look }: Stay) {
  await page.locator('fieldset label:has(input[type=radio])').filter({ visible: true }).last().click();
  await look('a chosen time');
}

async function bookTime(stay: Stay) {
  await chooseTime(stay);
  await stay.page.locator('button[type=submit]').last().click();
  await expect(stay.page.locator('main a[download]').first()).toBeVisible();
  await stay.look('booked');
}

/** The demo's patient has as many coming as one may have with this doctor. */
async function bookTooMany(stay: Stay) {
  await chooseTime(stay);
  await press(stay.page.locator('button[type=submit]').last(), stay.look, 'too many');
}

async function sendEmptyForm({ page, look }: Stay) {
  await page.locator('main form button[type=submit], form button[type=submit]').last().click();
  await expect(page.locator('[aria-invalid=true], [role=alert]').first()).toBeVisible();
  await look('what is missing');
}

async function askForLink({ page, look }: Stay) {
  await page.locator('input[type=email]').fill('nobody@example.test');
  await page.locator('button[type=submit]').last().click();
  // A server without mail says so; one with mail says that a link is on its way.
  await expect(page.locator('[role=alert], [role=status]').filter({ hasText: /./ }).first()).toBeVisible();
  await look('asked');
}

/** Every kind of menu of a list once, and every question that one of its items asks. */
async function menusAndTheirDialogs({ page, look }: Stay) {
  const seen = new Set<string>();
  for (const menu of await page.locator(MENU).all()) {
    await menu.click();
    const items = page.getByRole('menuitem');
    const words = await items.allInnerTexts();
    const isNew = words.some((one) => !seen.has(one));
    if (isNew) await look('a menu');
    for (const [index, one] of words.entries()) {
      if (seen.has(one)) continue;
      seen.add(one);
      if ((await items.nth(index).evaluate((node) => node.tagName)) === 'A') continue;
      if (!(await items.nth(index).isVisible())) await menu.click();
      await press(items.nth(index), look, one);
      await page.keyboard.press('Escape');
      await expect(page.locator(DIALOG)).toHaveCount(0);
      await menu.click();
    }
    await page.keyboard.press('Escape');
    await expect(items).toHaveCount(0);
  }
}

async function profileDialogs({ page, look }: Stay) {
  const account = page.locator('section[aria-labelledby=account-title]');
  for (const button of (await account.locator('button').all()).slice(-2)) {
    await press(button, look, 'a question');
    await page.keyboard.press('Escape');
    await expect(page.locator(DIALOG)).toHaveCount(0);
  }
  await page.locator('main input[type=text]').first().fill('');
  await page.locator('main button[type=submit]').last().click();
  await expect(page.locator('main [aria-invalid=true]').first()).toBeVisible();
  await look('what is missing');
}

async function accountMenuAndKeys({ page, look }: Stay) {
  const face = page.locator('nav button[aria-haspopup=menu]').last();
  await face.click();
  await expect(page.getByRole('menu')).toBeVisible();
  await look('the account');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+?');
  await expect(page.locator(DIALOG)).toBeVisible();
  await look('the keys');
}

async function answerRequests({ page, look }: Stay) {
  for (const key of ['d', 'p']) {
    await page.locator('[data-confirm]').first().focus();
    await page.keyboard.press(key);
    await expect(page.locator(DIALOG)).toBeVisible();
    await look(key === 'd' ? 'declining' : 'proposing');
    await page.keyboard.press('Escape');
    await expect(page.locator(DIALOG)).toHaveCount(0);
  }
}

async function tabsOfSheet({ page, look }: Stay) {
  for (const index of [1, 2]) {
    await page.locator(DIALOG).getByRole('tab').nth(index).click();
    await untilQuiet(page);
    await look(`tab ${index + 1}`);
  }
}

async function hoursAndTheirDialogs({ page, look }: Stay) {
  await press(page.locator('main button[aria-haspopup=dialog]').first(), look, 'copying a day');
  await page.keyboard.press('Escape');
  await page.locator('main [role=tabpanel] input[type=text]').first().fill('27');
  await page.locator('main [role=tabpanel] input[type=text]').first().blur();
  await look('a wrong time');
  await page.locator('nav a').first().click();
  await expect(page.locator(DIALOG)).toBeVisible();
  await look('leaving what is not saved');
}

type Row = { _id: string; status: string; can: { join: boolean } };

export function appointment(is: (row: Row) => boolean, where: string) {
  return async (page: Page) => {
    const rows = await read<Row[]>(page, '/api/appointments?limit=100');
    return where + rows.find(is)!._id;
  };
}

function doctorCalled(name: string) {
  return async (page: Page) => `/doctors/${(await read<{ _id: string }[]>(page, `/api/doctors?q=${name}`))[0]!._id}`;
}

export async function conversation(page: Page): Promise<string> {
  return `/messages/${(await read<{ peer: { _id: string } }[]>(page, '/api/message/conversations'))[0]!.peer._id}`;
}

async function read<T>(page: Page, path: string): Promise<T> {
  return ((await (await page.request.get(path)).json()) as { data: T }).data;
}
