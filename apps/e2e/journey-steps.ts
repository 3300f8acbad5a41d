import { PSEUDO_LANGUAGE } from '@health-connect/locales/languages';
import { expect, test } from '@playwright/test';
import { expectNothingLive, expectToSeeAndHear, watchConnections } from './media-proof.js';
import { arrive, type Person, setWatch, signUpAsDoctor, signUpAsPatient } from './people.js';
import { buildPseudoPage } from './pseudo-page.js';
import { startTestServer, type TestServer } from './server.js';

const DOCTOR = { name: 'Dr. Mereana Te Whatu', timeZone: 'Pacific/Auckland' };
const PATIENT = { name: 'Camila Ferreira', timeZone: 'America/Los_Angeles' };

interface Journey {
  /** What each of the two reads; each sees the other's words and no other language of the page. */
  languages: { doctor: string; patient: string };
}

/** The product from one end to the other, as one test after the other. */
export function describeJourney({ languages }: Journey) {
  let server: TestServer;
  let pseudo: ReturnType<typeof buildPseudoPage> | null = null;
  let doctor: Person;
  let patient: Person;

  test.describe.configure({ mode: 'serial' });

  test.beforeAll(async ({ browser }) => {
    const isPseudo = Object.values(languages).includes(PSEUDO_LANGUAGE);
    pseudo = isPseudo ? buildPseudoPage() : null;
    server = await startTestServer(pseudo ? { WEB_ROOT: pseudo.webRoot } : {});
    const { url } = server;
    doctor = await arrive(browser, { ...DOCTOR, url, language: languages.doctor });
    patient = await arrive(browser, { ...PATIENT, url, language: languages.patient });
    await watchConnections(doctor.page);
    await watchConnections(patient.page);
  });

  test.afterAll(async () => {
    await Promise.all([doctor?.context.close(), patient?.context.close()]);
    await server?.stop();
    pseudo?.remove();
  });

  test.afterEach(() => {
    expect([...doctor.complaints, ...patient.complaints]).toEqual([]);
  });

  test('a doctor signs up, learns what is missing, and sets weekly hours', async () => {
    const { page, say } = doctor;
    await signUpAsDoctor(doctor, 'Dermatology');
    await expect(page).toHaveURL(/\/today$/);
    await expect(page.locator('html')).toHaveAttribute('lang', languages.doctor);
    await page.getByRole('link', { name: say('Schedule'), exact: true }).click();
    await page.getByRole('button', { name: say('Start with typical hours') }).click();
    await page.getByRole('button', { name: say('Save hours') }).click();
    await expect(page.getByRole('button', { name: say('Save hours') })).toBeHidden();
    await page.reload();
    await expect(page.getByRole('switch').first()).toBeVisible();
    await page.getByRole('link', { name: say('Today'), exact: true }).click();
  });

  test('a patient signs up, finds the doctor by specialty, and books a video visit in both clocks', async () => {
    const { page, say } = patient;
    await signUpAsPatient(patient);
    await expect(page.locator('html')).toHaveAttribute('lang', languages.patient);
    await page.goto('/doctors');
    await page.getByRole('searchbox', { name: say('Name or specialty') }).fill('dermatology');
    await page.getByRole('link', { name: doctor.name }).first().click();
    await expect(page.getByRole('heading', { name: doctor.name, level: 1 })).toBeVisible();

    await page
      .getByRole('radio', { name: say.like('<0>, for the doctor </0>{day}, {time} {city}') })
      .first()
      .click();
    const form = page.getByRole('form', { name: say('Your visit') });
    await expect(form).toContainText('Los Angeles');
    await expect(form).toContainText('Auckland');
    await form.getByLabel(say('In your words')).fill('Red, itching patches on both forearms');
    await form.getByRole('button', { name: say('Confirm visit') }).click();
    await expect(page.getByRole('heading', { name: say('Your request is with the doctor') })).toBeVisible();
  });

  test('the doctor sees the request without reloading and confirms; the patient sees that at once', async () => {
    const request = doctor.page.getByRole('listitem').filter({ hasText: patient.name });
    await expect(request).toContainText(doctor.say('First visit'));
    await request.locator('[data-confirm]').click();
    await expect(patient.page.getByRole('heading', { name: patient.say('Your visit is confirmed') })).toBeVisible();
  });

  test('they chat: text both ways, typing, delivered and read, unread while away', async () => {
    await patient.page.goto('/doctors');
    await patient.page.getByRole('link', { name: doctor.name }).first().click();
    await patient.page.getByRole('link', { name: patient.say('Write a message') }).click();
    await patient.page
      .getByRole('textbox', { name: patient.say('Message'), exact: true })
      .fill('Shall I bring the cream?');
    await patient.page.keyboard.press('Enter');

    // The doctor is on another page: the badge tells, the patient reads "Delivered".
    await expect(doctor.page.getByRole('link', { name: new RegExp(`${doctor.say('Messages')}.*1`) })).toBeVisible();
    await expect(patient.page.getByText(patient.say.like('Delivered {time}'))).toBeVisible();

    await doctor.page.getByRole('link', { name: doctor.say('Messages') }).click();
    await doctor.page.getByRole('link', { name: new RegExp(patient.name) }).click();
    await expect(doctor.page.getByText('Shall I bring the cream?').last()).toBeVisible();
    await doctor.page.bringToFront();
    await expect(patient.page.getByText(patient.say.like('Read {time}'))).toBeVisible();

    await doctor.page
      .getByRole('textbox', { name: doctor.say('Message'), exact: true })
      .pressSequentially('Yes, please. ');
    await expect(patient.page.getByText(patient.say.like('<0>{name}</0> is writing'))).toBeVisible();
    await doctor.page.keyboard.press('Enter');
    await expect(patient.page.getByText('Yes, please.').last()).toBeVisible();
  });

  test('a message sent while the other is away is there when they return', async () => {
    await patient.context.setOffline(true);
    await doctor.page
      .getByRole('textbox', { name: doctor.say('Message'), exact: true })
      .fill('And the box of the gloves.');
    await doctor.page.keyboard.press('Enter');
    await expect(doctor.page.getByText('And the box of the gloves.').last()).toBeVisible();
    await patient.context.setOffline(false);
    await expect(patient.page.getByText('And the box of the gloves.').last()).toBeVisible();
  });

  test('at the time both join: waiting room, admission, picture and sound both ways', async () => {
    await travelToAppointment();
    await patient.page.goto('/appointments');
    await patient.page
      .getByRole('link', { name: patient.say('Join visit') })
      .first()
      .click();
    await patient.page.getByRole('button', { name: patient.say('Join visit') }).click();
    await expect(patient.page.getByText(patient.say('The doctor is not here yet'))).toBeVisible();

    await doctor.page.goto('/today');
    await doctor.page
      .getByRole('link', { name: new RegExp(`^${doctor.say('Join')}`) })
      .first()
      .click();
    await doctor.page.getByRole('button', { name: doctor.say('Join visit') }).click();
    await expect(patient.page.getByText(patient.say('The doctor is here'))).toBeVisible();
    await doctor.page.getByRole('button', { name: doctor.say('Let in') }).click();

    await Promise.all([expectToSeeAndHear(doctor.page), expectToSeeAndHear(patient.page)]);
  });

  test('in the visit: mute and camera show on the other side, side chat is kept', async () => {
    await patient.page.getByRole('button', { name: patient.say('Mute'), exact: true }).click();
    await expect(doctor.page.getByText(doctor.say.like('{firstName} is muted')).first()).toBeVisible();
    await patient.page.getByRole('button', { name: patient.say('Unmute'), exact: true }).click();
    await patient.page.getByRole('button', { name: patient.say('Stop camera') }).click();
    await expect(doctor.page.getByText(doctor.say('Camera is off'))).toBeVisible();
    await patient.page.getByRole('button', { name: patient.say('Start camera') }).click();
    await expectToSeeAndHear(doctor.page);

    await patient.page
      .getByRole('textbox', { name: patient.say('Message'), exact: true })
      .fill('Here is the cream: it is number 12.');
    await patient.page.keyboard.press('Enter');
    await doctor.page.getByRole('tab', { name: doctor.say('Chat') }).click();
    await expect(doctor.page.getByText('Here is the cream').last()).toBeVisible();
  });

  test('on a phone the bar stays while a panel is open', async () => {
    for (const { page, say } of [patient, doctor]) {
      const before = page.viewportSize()!;
      await page.setViewportSize({ width: 360, height: 740 });
      await expect(page.getByRole('textbox', { name: say('Message'), exact: true })).toBeInViewport({ ratio: 1 });
      const bar = page.getByRole('toolbar', { name: say('Controls') });
      await expect(bar.getByRole('button', { name: say('Mute') })).toBeInViewport({ ratio: 1 });
      await expect(bar.getByRole('button', { name: say('Leave') })).toBeInViewport({ ratio: 1 });
      await page.setViewportSize(before);
    }
  });

  test('the doctor writes notes, completes the visit, and every camera goes off', async () => {
    const { page, say } = doctor;
    await page.getByRole('tab', { name: say('Notes') }).click();
    await page
      .getByRole('textbox', { name: new RegExp(`^${say('Notes')}`) })
      .fill('Contact dermatitis. Private remark.');
    await page
      .getByRole('textbox', { name: new RegExp(`^${say('Summary')}`) })
      .fill('Stop the cream. Cotton liners under gloves.');
    await expect(page.getByText(say.like('Saved {time}'))).toBeVisible();
    await page
      .getByRole('button', { name: say('Leave') })
      .first()
      .click();
    await page.getByRole('button', { name: say('Completed, close the room') }).click();
    await expect(patient.page.getByText(patient.say('The visit is completed'))).toBeVisible();
    await Promise.all([expectNothingLive(page), expectNothingLive(patient.page)]);
  });

  test('the patient reads the summary, not the notes, and reviews; the rating shows it', async () => {
    const { page, say } = patient;
    await page.goto('/appointments');
    await page
      .getByRole('button', { name: say('Rate') })
      .first()
      .click();
    await page.getByRole('radio').nth(3).check({ force: true });
    await page.getByRole('dialog').getByRole('textbox').fill('Clear and kind.');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('Send review') })
      .click();
    await expect(page.getByRole('dialog')).toBeHidden();
    expect(await page.content()).not.toContain('Private remark');

    await page.goto('/doctors');
    await page.getByRole('link', { name: doctor.name }).first().click();
    await expect(page.getByText('Clear and kind.')).toBeVisible();
    await expect(page.getByText(/4[.,٫]0/).first()).toBeVisible();
  });

  /** To a minute after the start: on the server's clock and on both watches. */
  async function travelToAppointment() {
    const list = await patient.page.request.get('/api/appointments?status=scheduled');
    const [appointment] = ((await list.json()) as { data: { startsAt: string }[] }).data;
    const now = await server.advanceMinutes((Date.parse(appointment!.startsAt) - Date.now()) / 60_000 + 1);
    await Promise.all([setWatch(doctor, now), setWatch(patient, now)]);
  }
}
