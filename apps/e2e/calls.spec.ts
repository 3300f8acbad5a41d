import { expect, type Page, test } from '@playwright/test';
import { DEMO_PASSWORD } from '@health-connect/contract/demo';
import { expectNothingLive, expectToSeeAndHear, watchConnections } from './media-proof.js';
import { arrive, type Person } from './people.js';
import { startTestServer, type TestServer } from './server.js';

let server: TestServer;
let doctor: Person;
let patient: Person;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  server = await startTestServer({ SEED_DEMO: 'true' });
  doctor = await demoPerson('Dr. Mereana Te Whatu-Harrington', 'mereana@demo.health', 'doctor');
  patient = await demoPerson('Camila Ferreira dos Santos', 'camila@demo.health', 'patient');
  const conversation = await peerOf(doctor.page, patient.name);
  await doctor.page.goto(`/messages/${conversation}`);
  await patient.page.goto('/appointments');

  async function demoPerson(name: string, email: string, role: string): Promise<Person> {
    const person = await arrive(browser, { name, timeZone: 'Europe/London', url: server.url });
    await watchConnections(person.page);
    const reply = await person.page.request.post('/api/auth/login', {
      headers: { origin: server.url },
      data: { email, password: DEMO_PASSWORD, role },
    });
    expect(reply.status()).toBe(200);
    return person;
  }
});

test.afterAll(async () => {
  await Promise.all([doctor?.context.close(), patient?.context.close()]);
  await server?.stop();
});

test.afterEach(() => {
  expect([...doctor.complaints, ...patient.complaints]).toEqual([]);
});

test('CALL-1, CALL-16: a call rings on any page, is accepted, seen and heard, and leaves nothing on', async () => {
  await ring();
  await patient.page.getByRole('button', { name: 'Answer' }).click();
  await Promise.all([expectToSeeAndHear(doctor.page), expectToSeeAndHear(patient.page)]);
  await patient.page.getByRole('button', { name: 'Hang up' }).click();
  await expect(doctor.page.getByRole('button', { name: 'Call again' })).toBeVisible();
  await Promise.all([expectNothingLive(doctor.page), expectNothingLive(patient.page)]);
  await putAway();
});

test('CALL-4: declined says declined', async () => {
  await ring();
  await patient.page.getByRole('button', { name: 'Decline' }).click();
  await expect(
    doctor.page
      .getByRole('dialog')
      .getByText(/declined|cannot talk/i)
      .first(),
  ).toBeVisible();
  await expect(patient.page).toHaveTitle('Appointments · Health-Connect');
  await putAway();
});

test('CALL-7: nobody answers: it stops by itself and says so; the callee finds a missed call', async () => {
  await ring();
  await server.advanceMinutes(1);
  await expect(
    doctor.page
      .getByRole('dialog')
      .getByText(/answer/i)
      .first(),
  ).toBeVisible();
  await expect(patient.page.getByRole('button', { name: 'Answer' })).toBeHidden();
  await putAway();
  await patient.page.goto('/calls');
  await expect(patient.page.getByText(/Missed/i).first()).toBeVisible();
});

test('CALL-14: after a reload in the middle of a call both are together again', async () => {
  await ring();
  await patient.page.getByRole('button', { name: 'Answer' }).click();
  await Promise.all([expectToSeeAndHear(doctor.page), expectToSeeAndHear(patient.page)]);
  await patient.page.reload();
  await Promise.all([expectToSeeAndHear(doctor.page), expectToSeeAndHear(patient.page)]);
  await doctor.page.getByRole('button', { name: 'Hang up' }).click();
  await Promise.all([expectNothingLive(doctor.page), expectNothingLive(patient.page)]);
});

/** It rings, and the title of the tab says who calls before the name of whichever page it is. */
async function ring() {
  await doctor.page.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(patient.page.getByRole('alertdialog')).toContainText(doctor.name);
  await expect(patient.page).toHaveTitle(new RegExp(`^${doctor.name} is calling · .*Health-Connect$`));
}

async function putAway() {
  for (const { page } of [doctor, patient]) {
    const close = page.getByRole('button', { name: 'Close', exact: true });
    if (await close.isVisible()) await close.click();
  }
}

async function peerOf(page: Page, name: string): Promise<string> {
  const reply = await page.request.get('/api/message/conversations');
  const { data } = (await reply.json()) as { data: { peer: { _id: string; name: string } }[] };
  return data.find(({ peer }) => peer.name === name)!.peer._id;
}
