import { PSEUDO_LANGUAGE } from '@health-connect/locales/languages';
import { i18n } from '@lingui/core';
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { refusal } from '../../../test/fake-api.js';
import { buildPatient } from '../../../test/people.js';
import { renderAs } from '../../../test/render-as.js';
import { useSession } from '../../lib/session.js';
import { language, setLanguage } from '../../lib/language/language.js';
import { SignInPage } from '../../features/auth/sign-in/sign-in-page.js';
import { languageOfPage, useAccountLanguage } from '../../resources/account/language.js';
import { Rail } from './rail.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));
const away = vi.hoisted(() => ({ is: false }));
vi.mock('../../lib/language/language.js', async (original) => {
  const real = await original<{ setLanguage: typeof setLanguage }>();
  return {
    ...real,
    setLanguage: (tag: string) => (away.is ? Promise.reject(new Error('No connection')) : real.setLanguage(tag)),
  };
});

afterEach(async () => {
  away.is = false;
  await setLanguage('en');
});

const shown = () => ({ lang: document.documentElement.lang, kept: localStorage.getItem('language') });
const spanish = () => screen.findByRole('menuitemradio', { name: 'Español' });

test('a visitor chooses by keyboard, beside the way in, and the focus stays there', async () => {
  const { user, api } = renderAs(null, <Rail />);
  const button = await screen.findByRole('button', { name: 'Language: English' });
  button.focus();
  await user.keyboard('{Enter}');
  expect((await spanish()).querySelector('[lang=es]')?.textContent).toBe('Español');
  expect(screen.getByRole('menuitemradio', { name: 'English', checked: true })).toBeDefined();
  await user.keyboard('es{Enter}');
  await waitFor(() => expect(shown()).toEqual({ lang: 'es', kept: 'es' }));
  const now = await screen.findByRole('button', { name: /Español$/ });
  await waitFor(() => expect(document.activeElement).toBe(now));
  expect(api.calls.map(({ key }) => key)).toEqual(['GET /api/auth/me']);
});

test('it stands on the pages of the ways in, and keeps what was typed', async () => {
  const { user } = renderAs(null, <SignInPage />, { at: '/sign-in' });
  await user.type(await screen.findByLabelText('E-mail'), 'ana@example.org');
  await user.click(screen.getByRole('button', { name: 'Language: English' }));
  await user.click(await spanish());
  await waitFor(() => expect(shown().lang).toBe('es'));
  expect(screen.getByDisplayValue('ana@example.org')).toBeDefined();
});

test('who is signed in finds it in the account menu, and the account keeps it', async () => {
  const answers = { 'PUT /api/auth/language': () => ({ data: buildPatient({ language: 'es' }) }) };
  const { user, api } = renderAs(buildPatient(), <Rail />, { answers });
  await user.click(await screen.findByRole('button', { name: /Camila/ }));
  await user.click(await spanish());
  await waitFor(() => expect(api.bodyOf('PUT /api/auth/language')).toEqual({ language: 'es' }));
  expect(shown()).toEqual({ lang: 'es', kept: 'es' });
});

test('an account that cannot keep it says so, and the page stays as chosen', async () => {
  const answers = { 'PUT /api/auth/language': () => refusal(503, 'unavailable') };
  const { user, api } = renderAs(buildPatient(), <Rail />, { answers });
  await user.click(await screen.findByRole('button', { name: /Camila/ }));
  await user.click(await spanish());
  await waitFor(() => expect(api.calls.some(({ key }) => key.startsWith('PUT'))).toBe(true));
  expect(language()).toBe('es');
});

test('a language that does not load leaves the page, the device and the account as they are', async () => {
  away.is = true;
  const { user, api } = renderAs(buildPatient(), <Rail />);
  await user.click(await screen.findByRole('button', { name: /Camila/ }));
  await user.click(await spanish());
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  expect(shown()).toEqual({ lang: 'en', kept: null });
  expect(api.calls.map(({ key }) => key)).toEqual(['GET /api/auth/me']);
});

function SignedIn() {
  useAccountLanguage();
  const { updateAccount } = useSession();
  return <button onClick={() => updateAccount(buildPatient({ language: 'en' }))}>In</button>;
}

test('an answer that was on its way when another language was chosen does not bring the old one back', async () => {
  const { user } = renderAs(buildPatient({ language: 'en' }), <SignedIn />, { guarded: true });
  const answer = await screen.findByRole('button', { name: 'In' });
  await setLanguage('es');
  await user.click(answer);
  expect(shown()).toEqual({ lang: 'es', kept: 'es' });
});

test('English for want of the browser’s language is nobody’s choice; the browser’s own, or one chosen here, is', async () => {
  const browser = vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['ta-IN', 'en']);
  localStorage.removeItem('language');
  expect(languageOfPage()).toBe('');
  await setLanguage('en');
  expect(languageOfPage()).toBe('en');
  localStorage.removeItem('language');
  browser.mockReturnValue(['en-NZ']);
  expect(languageOfPage()).toBe('en');
});

test('signing in applies what the account chose, on this device too', async () => {
  renderAs(buildPatient({ language: 'es' }), <SignedIn />, { guarded: true });
  await waitFor(() => expect(shown()).toEqual({ lang: 'es', kept: 'es' }));
});

test.each(['', 'tlh'])('an account with "%s" takes nothing over', async (chosen) => {
  await setLanguage('es');
  renderAs(buildPatient({ language: chosen }), <SignedIn />, { guarded: true });
  await screen.findByText('In');
  expect(shown()).toEqual({ lang: 'es', kept: 'es' });
});

test('what tests read is no person’s language', async () => {
  i18n.loadAndActivate({ locale: PSEUDO_LANGUAGE, messages: {} });
  expect(languageOfPage()).toBe('');
  await setLanguage('es');
  expect(languageOfPage()).toBe('es');
});
