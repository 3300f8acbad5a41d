import { expect, type Page } from '@playwright/test';

/** One page of a tour. */
export interface Visit {
  page: Page;
  /** Reads what is on the screen now, at every width. */
  look: (what: string) => Promise<void>;
}

export interface Stop {
  path: string | ((page: Page) => Promise<string>);
  /** What is opened there, one after the other, and looked at. Found by what it is, never by its words. */
  open?: (visit: Visit) => Promise<void>;
}

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
  { path: '/forgot-password' },
  { path: '/reset-password' },
  { path: '/reset-password?mailed#0123456789abcdef', open: sendEmptyForm },
  { path: '/no/such/page' },
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

async function chooseTime({ page, look }: Visit) {
  await page.locator('fieldset label:has(input[type=radio])').filter({ visible: true }).last().click();
  await look('a chosen time');
}

async function sendEmptyForm({ page, look }: Visit) {
  await page.locator('main form button[type=submit], form button[type=submit]').last().click();
  await expect(page.locator('[aria-invalid=true], [role=alert]').first()).toBeVisible();
  await look('what is missing');
}

function doctorCalled(name: string) {
  return async (page: Page) => `/doctors/${(await read<{ _id: string }[]>(page, `/api/doctors?q=${name}`))[0]!._id}`;
}

async function read<T>(page: Page, path: string): Promise<T> {
  return ((await (await page.request.get(path)).json()) as { data: T }).data;
}
