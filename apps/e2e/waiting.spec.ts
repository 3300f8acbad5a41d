import { expect, type Page, test } from '@playwright/test';
import { arrive, type Person } from './people.js';
import { startTestServer, type TestServer } from './server.js';
import { bookOpenAppointment, enter, register, sent } from './appointments.js';

let server: TestServer;
let doctor: Person;
let patient: Person;
let appointmentId: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  server = await startTestServer();
  const { url } = server;
  doctor = await arrive(browser, { name: 'Dr. Maria Almeida', timeZone: 'Europe/London', url });
  patient = await arrive(browser, { name: 'Ana Silva', timeZone: 'Europe/London', url });
  await register(doctor, url, 'doctor');
  await register(patient, url, 'patient');
  await doctor.context.addInitScript(countChimes);
  appointmentId = (await bookOpenAppointment(doctor, patient, [url, url]))._id;
});

test.afterAll(async () => {
  await Promise.all([doctor?.context.close(), patient?.context.close()]);
  await server?.stop();
});

test.afterEach(() => {
  expect([...doctor.complaints, ...patient.complaints]).toEqual([]);
});

test('FR-6: a patient comes while the doctor is on another page: bar, title, and a sound once they touch it', async () => {
  await doctor.page.goto('/schedule');
  await expect(doctor.page.getByRole('heading', { level: 1 })).toBeVisible();
  const title = await doctor.page.title();
  await waitAtTheDoor();
  await expectWaiting(doctor.page);
  await doctor.page.getByRole('heading', { level: 1 }).click();
  await expect.poll(() => chimesOf(doctor.page)).toBeGreaterThan(0);

  await patient.page.getByRole('button', { name: 'Leave the waiting room' }).click();
  await expect(waitingBar(doctor.page)).toBeHidden();
  expect(await doctor.page.title()).toBe(title);
});

test('FR-6: so do a reload, a second tab, another device, and a connection that was away meanwhile', async ({
  browser,
}) => {
  await doctor.context.setOffline(true);
  await expect(doctor.page.getByText('You are offline')).toBeVisible();
  await waitAtTheDoor();
  await doctor.context.setOffline(false);
  await expectWaiting(doctor.page);
  await doctor.page.reload();
  await expectWaiting(doctor.page);

  const tab = await doctor.context.newPage();
  await tab.goto('/messages');
  await expectWaiting(tab);
  await tab.getByRole('button', { name: 'Remind me in 5 min' }).click();
  await expect(waitingBar(tab)).toBeHidden();
  await expect(waitingBar(doctor.page)).toBeHidden();
  await tab.close();

  const device = await arrive(browser, { name: doctor.name, timeZone: 'Europe/London', url: server.url });
  await enter(device, doctor.email, server.url, 'doctor');
  await device.page.goto('/today');
  await expectWaiting(device.page);
  await expect(device.page.getByText(/in the waiting room|to the waiting room/i).first()).toBeVisible();
  await waitingBar(device.page)
    .getByRole('link', { name: /Open visit/ })
    .click();
  await expect(device.page).toHaveURL(new RegExp(appointmentId));
  await expect(waitingBar(device.page)).toBeHidden();
  await device.context.close();
});

test('ROOM-6: the visit can be returned to in every tab, and after the browser was started anew', async ({
  browser,
}) => {
  await doctor.page.goto(`/consult/${appointmentId}`);
  await doctor.page.getByRole('button', { name: 'Join visit' }).click();
  await doctor.page.getByRole('button', { name: 'Let in' }).click();
  await expect(patient.page.getByRole('button', { name: 'Mute', exact: true })).toBeVisible();
  await expect(returnLink(doctor.page)).toBeHidden();

  const tab = await doctor.context.newPage();
  await tab.goto('/schedule');
  await expect(returnLink(tab)).toBeVisible();
  await tab.close();

  const storageState = await patient.context.storageState();
  await patient.context.close();
  const { name, email } = patient;
  patient = { ...(await arrive(browser, { name, timeZone: 'Europe/London', url: server.url, storageState })), email };
  await patient.page.goto('/doctors');
  await returnLink(patient.page).click();
  await patient.page.getByRole('button', { name: 'Join visit' }).click();
  await expect(patient.page.getByRole('button', { name: 'Mute', exact: true })).toBeVisible();
});

test('ROOM-7, ROOM-6: the doctor steps out: the patient waits again; past the end both can return until it is completed', async () => {
  await doctor.page.goto('/schedule');
  await expectWaiting(doctor.page);
  await expect(patient.page.getByText('The doctor stepped out')).toBeVisible();
  await expect(returnLink(doctor.page)).toBeVisible();

  await patient.page.goto('/appointments');
  await expect(waitingBar(doctor.page)).toBeHidden();
  await server.advanceMinutes(30);
  for (const { page } of [doctor, patient]) {
    await page.reload();
    await expect(returnLink(page)).toBeVisible();
  }
  const completed = await doctor.page.request.put(
    `/api/appointments/${appointmentId}`,
    sent(server.url, { status: 'completed' }),
  );
  expect(completed.status()).toBe(200);
  for (const { page } of [doctor, patient]) await expect(returnLink(page)).toBeHidden();
});

const waitingBar = (page: Page) => page.getByRole('region', { name: 'Waiting room' });
const returnLink = (page: Page) => page.getByRole('link', { name: 'Return to visit' });

async function waitAtTheDoor() {
  await patient.page.goto(`/consult/${appointmentId}`);
  await patient.page.getByRole('button', { name: 'Join visit' }).click();
  await expect(patient.page.getByText('The doctor is not here yet')).toBeVisible();
}

async function expectWaiting(page: Page) {
  await expect(waitingBar(page)).toContainText(/Ana Silva\s*patient, waiting since \d\d:\d\d/);
  await expect(page).toHaveTitle(/^\(1\) Ana Silva is waiting · .+ · Health-Connect$/);
}

/** Every chime opens a context of its own. */
function countChimes() {
  const counted = globalThis as unknown as { chimes: number };
  counted.chimes = 0;
  const Real = globalThis.AudioContext;
  globalThis.AudioContext = class extends Real {
    constructor(options?: AudioContextOptions) {
      super(options);
      counted.chimes++;
    }
  };
}
const chimesOf = (page: Page) => page.evaluate(() => (globalThis as unknown as { chimes: number }).chimes);
