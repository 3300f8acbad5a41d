import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakeApi, nobodyIsSignedIn, refusal } from '../../../../test/fake-api.js';
import { buildDoctor, buildPatient } from '../../../../test/people.js';
import { renderApp } from '../../../../test/render-app.js';
import { englishLeft, switchLanguage } from '../../../../test/switch-language.js';
import { SignUpPage } from './sign-up-page.js';

const createAccount = () => screen.getByRole('button', { name: 'Create account' });

async function writeWhoIAm(user: ReturnType<typeof renderApp>['user'], name: string, email: string) {
  await user.type(screen.getByLabelText('Full name'), name);
  await user.type(screen.getByLabelText('E-mail'), email);
  await user.type(screen.getByLabelText('Password'), 'a long password');
}

test('a patient gives a name, an address and a password; the zone comes from the browser', async () => {
  const api = fakeApi({
    ...nobodyIsSignedIn,
    'POST /api/auth/register': () => ({ status: 201, data: buildPatient() }),
  });
  const { user } = renderApp(<SignUpPage />);
  await writeWhoIAm(user, 'Camila Ferreira', 'camila@example.org');
  await user.click(createAccount());
  await waitFor(() =>
    expect(api.bodyOf('POST /api/auth/register')).toEqual({
      role: 'patient',
      name: 'Camila Ferreira',
      email: 'camila@example.org',
      password: 'a long password',
      timeZone: 'America/Los_Angeles',
      language: 'en',
    }),
  );
});

test('a doctor also says what they do, for how long and where', async () => {
  const api = fakeApi({ ...nobodyIsSignedIn, 'POST /api/auth/register': () => ({ status: 201, data: buildDoctor() }) });
  const { user } = renderApp(<SignUpPage />);
  await user.click(screen.getByRole('radio', { name: /A doctor/ }));
  await writeWhoIAm(user, 'Mereana Te Whatu', 'mereana@example.org');
  await user.type(screen.getByLabelText('Specialty'), 'General practice');
  await user.type(screen.getByLabelText('Qualification'), 'MBChB');
  await user.type(screen.getByLabelText('Years in practice'), '17');
  await user.selectOptions(screen.getByLabelText('Your time zone'), 'Pacific/Auckland');
  await user.click(createAccount());
  await waitFor(() =>
    expect(api.bodyOf('POST /api/auth/register')).toEqual({
      role: 'doctor',
      name: 'Mereana Te Whatu',
      email: 'mereana@example.org',
      password: 'a long password',
      specialization: 'General practice',
      qualification: 'MBChB',
      experience: 17,
      timeZone: 'Pacific/Auckland',
      language: 'en',
    }),
  );
});

test('known specialties are suggested, and another one can be written', async () => {
  const api = fakeApi({ ...nobodyIsSignedIn, 'POST /api/auth/register': () => ({ status: 201, data: buildDoctor() }) });
  const { user } = renderApp(<SignUpPage />, { at: '/sign-up?role=doctor' });
  const specialty = screen.getByRole<HTMLInputElement>('combobox', { name: 'Specialty' });
  const suggested = [...specialty.list!.options].map(({ value }) => value);
  expect(suggested).toEqual(expect.arrayContaining(['Cardiology', 'General practice', 'Women’s health']));
  await writeWhoIAm(user, 'Mereana Te Whatu', 'mereana@example.org');
  await user.type(specialty, 'Lymphoedema therapy');
  await user.type(screen.getByLabelText('Qualification'), 'MBChB');
  await user.type(screen.getByLabelText('Years in practice'), '17');
  await user.click(createAccount());
  await waitFor(() =>
    expect(api.bodyOf('POST /api/auth/register')).toMatchObject({ specialization: 'Lymphoedema therapy' }),
  );
});

test('a doctor’s missing fields are said beside them and on top', async () => {
  fakeApi(nobodyIsSignedIn);
  const { user } = renderApp(<SignUpPage />, { at: '/sign-up?role=doctor' });
  await writeWhoIAm(user, 'Mereana Te Whatu', 'mereana@example.org');
  await user.type(screen.getByLabelText('Years in practice'), 'many');
  await user.click(createAccount());
  const summary = await screen.findByRole('alert');
  expect(summary.textContent).toContain('Three things to put right');
  expect(screen.getByLabelText('Specialty').getAttribute('aria-invalid')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'Years in practice: A whole number up to 70.' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Years in practice'));
});

test('an e-mail address that is taken is said at the address', async () => {
  fakeApi({
    ...nobodyIsSignedIn,
    'POST /api/auth/register': () => refusal(409, 'email_taken'),
  });
  const { user } = renderApp(<SignUpPage />);
  await writeWhoIAm(user, 'Camila Ferreira', 'camila@example.org');
  await user.click(createAccount());
  await waitFor(() => expect(screen.getByLabelText('E-mail').getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByLabelText<HTMLInputElement>('Full name').value).toBe('Camila Ferreira');
});

test('in another language nothing of the form stays in English, and what was typed stays', async () => {
  fakeApi(nobodyIsSignedIn);
  const { user } = renderApp(<SignUpPage />, { at: '/sign-up?role=doctor' });
  await user.type(screen.getByLabelText('Full name'), 'Mereana Te Whatu');
  switchLanguage();
  expect(screen.getByDisplayValue('Mereana Te Whatu')).toBeDefined();
  expect(englishLeft()).toEqual([]);
});
