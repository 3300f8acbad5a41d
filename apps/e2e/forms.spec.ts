import { expect, type Page, test } from '@playwright/test';
import { book, change, join, NAME, offerHours, type Someone } from './form-people.js';
import { PASSWORD } from './people.js';
import { startTestServer, type TestServer } from './server.js';

const TROUBLES = ['revoked', 'server away', 'offline'] as const;
type Trouble = (typeof TROUBLES)[number];

/** One form of the product: how it is filled, sent, and seen to be done. */
interface Form {
  who: 'doctor' | 'patient';
  open: (page: Page, round: number) => Promise<unknown>;
  fill: (page: Page, word: string) => Promise<unknown>;
  send: (page: Page) => Promise<unknown>;
  done: (page: Page, word: string) => Promise<unknown>;
  /** What says that it waits for the server. */
  waits?: RegExp;
}

interface OpenForm {
  name: string;
  form: Form;
  page: Page;
  word: string;
}

const KEPT = /What you wrote is kept/;
/** While it is on its way its button says so; the bar is there until it is stored. */
const isSaved = (page: Page) => expect(page.getByText('Not saved yet')).toBeHidden({ timeout: 30_000 });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

let server: TestServer;
let doctor: Someone;
let patient: Someone;
let slots: string[];
let appointmentWithNotes: string;
let chosenWindow = 1;

const FORMS: Record<string, Form> = {
  booking: {
    who: 'patient',
    open: (page, round) => page.goto(`/doctors/${doctor.id}?time=${encodeURIComponent(slots[10 + 4 * round]!)}`),
    fill: (page, word) => page.getByLabel('In your words').fill(word),
    send: (page) => button(page, 'Confirm visit').click(),
    done: (page) => expect(page.getByRole('heading', { name: 'Your request is with the doctor' })).toBeVisible(),
  },
  'patient profile': {
    who: 'patient',
    open: (page) => page.goto('/profile'),
    fill: (page, word) => page.getByLabel('Allergies').fill(word),
    send: (page) => button(page, 'Save profile').click(),
    done: isSaved,
  },
  review: {
    who: 'patient',
    open: async (page) => {
      await page.goto('/appointments');
      await page.getByRole('button', { name: 'Rate' }).first().click();
      await page.getByRole('radio', { name: '4 of 5' }).check({ force: true });
    },
    fill: (page, word) => page.getByRole('dialog').getByRole('textbox').fill(word),
    send: (page) => button(page, 'Send review').click(),
    done: (page) => expect(button(page, 'Send review')).toBeHidden(),
  },
  message: {
    who: 'patient',
    open: (page) => page.goto(`/messages/${doctor.id}`),
    fill: (page, word) => page.getByRole('textbox', { name: 'Message' }).fill(word),
    send: (page) => page.getByRole('textbox', { name: 'Message' }).press('Enter'),
    done: (page) => expect(page.getByText(/^(Sent|Delivered|Read)/).last()).toBeVisible(),
    waits: /No connection|Not sent|Waiting/,
  },
  schedule: {
    who: 'doctor',
    open: async (page) => {
      await page.goto('/schedule?tab=rules');
      await expect(page.getByLabel('Booking window')).toBeVisible();
    },
    fill: (page) => page.getByLabel('Booking window').selectOption({ index: (chosenWindow = 1 - chosenWindow) }),
    send: (page) => button(page, 'Save hours').click(),
    done: isSaved,
  },
  'doctor profile': {
    who: 'doctor',
    open: (page) => page.goto('/profile'),
    fill: (page, word) => page.getByLabel('About you').fill(word),
    send: (page) => button(page, 'Save profile').click(),
    done: isSaved,
  },
  notes: {
    who: 'doctor',
    open: async (page) => {
      await page.goto(`/today?visit=${appointmentWithNotes}`);
      await page.getByRole('tab', { name: 'Record' }).click();
    },
    fill: (page, word) => page.getByRole('textbox', { name: /^Notes/ }).fill(word),
    // They save themselves: one more character, and a pause.
    send: async (page) => {
      await page.getByRole('textbox', { name: /^Notes/ }).press('End');
      await page.keyboard.type('.');
    },
    done: (page) => expect(page.getByText(/Saved \d?\d:\d\d/)).toBeVisible(),
  },
  // Last, because the new password ends the sessions of the others.
  password: {
    who: 'doctor',
    open: async (page) => {
      await page.goto('/profile');
      await button(page, 'Change password').click();
      await page.getByLabel('Current password').fill(PASSWORD);
    },
    fill: (page) => page.getByLabel('New password').fill(PASSWORD),
    send: (page) => page.getByRole('dialog').getByRole('button', { name: 'Change password' }).click(),
    done: (page) => expect(page.getByLabel('New password')).toBeHidden(),
  },
};

// Eight tabs each: patience for a busy machine, not a measure.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

test.beforeAll(async ({ browser }) => {
  // One visit of each round, all with one doctor.
  server = await startTestServer({ BOOKINGS_PER_DOCTOR: '10' });
  doctor = await join(browser, server.url, 'doctor');
  patient = await join(browser, server.url, 'patient');
  slots = await offerHours(doctor, patient);
  const over = [];
  for (const startsAt of slots.slice(0, 3)) over.push(await book(doctor, patient, startsAt));
  await server.advanceMinutes((Date.parse(slots[3]!) - Date.now()) / 60_000);
  for (const id of over) await change(doctor, `/api/appointments/${id}`, { status: 'completed' });
  // The notes are written on a visit that is still to come.
  appointmentWithNotes = await book(doctor, patient, slots[6]!);
});

test.afterAll(async () => {
  await Promise.all([doctor?.context.close(), patient?.context.close()]);
  await server?.stop();
});

for (const [round, trouble] of TROUBLES.entries()) {
  test(`FR-7: every form goes on with every word: ${trouble}`, async () => {
    // Both people at once, each one tab after the other.
    const open = (await Promise.all([openForms(doctor, round), openForms(patient, round)])).flat();
    await begin(trouble);
    for (const { name, form, page } of open) {
      await test.step(`${name} keeps its words`, async () => {
        if (trouble === 'revoked') {
          await expect(page.getByRole('dialog', { name: 'Your session ended' })).toBeVisible();
          return;
        }
        await form.send(page);
        await expect(page.getByText(form.waits ?? KEPT).first()).toBeVisible();
      });
    }
    await end(trouble, open);
    for (const { name, form, page, word } of open) {
      await test.step(`${name} goes on`, async () => {
        if (trouble === 'revoked') await form.send(page);
        else await pressTryAgain(page);
        await form.done(page, word);
      });
      await page.close();
    }
    await expectStored(trouble);
  });
}

test('drafts outlive a reload, and are gone after signing out', async () => {
  const kept = ['booking', 'patient profile', 'message'] as const;
  const pages: Page[] = [];
  for (const name of kept) {
    const page = await patient.context.newPage();
    await FORMS[name]!.open(page, 3);
    await FORMS[name]!.fill(page, `Draft of ${name}`);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect(page.getByText(/^Draft from/), name).toBeVisible();
    expect(
      await page.locator('textarea').evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value)),
    ).toContain(`Draft of ${name}`);
    pages.push(page);
  }
  const [first] = pages;
  await first!.getByRole('button', { name: 'Discard' }).click();
  await expect(first!.getByText(/^Draft from/)).toBeHidden();
  await first!
    .getByRole('button', { name: new RegExp(NAME.patient) })
    .first()
    .click();
  await first!.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(first!.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  await expect.poll(() => draftsIn(first!)).toEqual([]);
});

async function openForms(someone: Someone, round: number): Promise<OpenForm[]> {
  const open: OpenForm[] = [];
  for (const [name, form] of Object.entries(FORMS).filter(([, { who }]) => who === someone.role)) {
    const page = await someone.context.newPage();
    const word = `${name} ${TROUBLES[round]}`;
    await form.open(page, round);
    await form.fill(page, word);
    open.push({ name, form, page, word });
  }
  return open;
}

async function begin(trouble: Trouble) {
  if (trouble === 'server away') return server.goAway();
  for (const someone of [doctor, patient]) {
    if (trouble === 'offline') await someone.context.setOffline(true);
    else await change(someone, '/api/auth/logout-everywhere', {}, 'post');
  }
}

async function end(trouble: Trouble, open: OpenForm[]) {
  if (trouble === 'server away') return server.comeBack();
  if (trouble === 'offline') {
    for (const { context } of [doctor, patient]) await context.setOffline(false);
    return;
  }
  // Signed in again in one tab, all tabs of that browser go on.
  for (const who of ['doctor', 'patient'] as const) {
    const { page } = open.find(({ form }) => form.who === who)!;
    const dialog = page.getByRole('dialog', { name: 'Your session ended' });
    await expect(dialog.getByLabel('E-mail')).toHaveValue(who === 'doctor' ? doctor.email : patient.email);
    await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
  }
  for (const { page } of open) await expect(page.getByRole('dialog', { name: 'Your session ended' })).toBeHidden();
}

/** What may not be sent twice unasked has this button; what was sent by itself has none any more. */
async function pressTryAgain(page: Page) {
  const again = button(page, 'Try again');
  if (await again.isVisible()) await again.click({ timeout: 2_000 }).catch(() => undefined);
}

async function expectStored(trouble: Trouble) {
  const mine = await patient.api.get('/api/appointments/patient?limit=50');
  const appointments = ((await mine.json()) as { data: { symptoms: string; review: string }[] }).data;
  expect(appointments.map(({ symptoms }) => symptoms)).toContain(`booking ${trouble}`);
  expect(appointments.map(({ review }) => review)).toContain(`review ${trouble}`);
  const notes = async () => {
    const appointment = await doctor.api.get(`/api/appointments/${appointmentWithNotes}`);
    return ((await appointment.json()) as { data: { notes: string } }).data.notes;
  };
  await expect.poll(notes).toBe(`notes ${trouble}.`);
}

/** The names of all that is kept in this browser. */
const draftsIn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('health-connect');
        opening.onerror = () => reject(opening.error ?? new Error('It did not open.'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction('drafts').objectStore('drafts').getAllKeys();
          reading.onsuccess = () => resolve(reading.result);
        };
      }),
  );
