import { DEMO_ACCOUNTS } from '@health-connect/contract/demo';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakeApi, nobodyIsSignedIn, refusal } from '../../../../test/fake-api.js';
import { buildDoctor } from '../../../../test/people.js';
import { renderApp } from '../../../../test/render-app.js';
import { SignInPage } from './sign-in-page.js';

test('the role is named, and the whole form works by keyboard', async () => {
  const api = fakeApi({ ...nobodyIsSignedIn, 'POST /api/auth/login': () => ({ data: buildDoctor() }) });
  const { user } = renderApp(<SignInPage />);
  await user.click(screen.getByRole('radio', { name: 'A patient' }));
  await user.keyboard('{ArrowRight}');
  await user.tab();
  await user.keyboard('mereana@example.org');
  await user.tab();
  await user.keyboard('a long password{Enter}');
  await waitFor(() =>
    expect(api.bodyOf('POST /api/auth/login')).toEqual({
      role: 'doctor',
      email: 'mereana@example.org',
      password: 'a long password',
    }),
  );
});

test('what is missing is said before the server is asked', async () => {
  const api = fakeApi(nobodyIsSignedIn);
  const { user } = renderApp(<SignInPage />);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  const summary = await screen.findByRole('alert');
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect(summary.textContent).toContain('Two things to put right');
  expect(api.calls.map((call) => call.key)).not.toContain('POST /api/auth/login');
});

test('a refusal keeps what was typed and takes the focus', async () => {
  fakeApi({
    ...nobodyIsSignedIn,
    'POST /api/auth/login': () => refusal(401, 'invalid_credentials'),
  });
  const { user } = renderApp(<SignInPage />);
  await user.type(screen.getByLabelText('E-mail'), 'camila@example.org');
  await user.type(screen.getByLabelText('Password'), 'wrong password{Enter}');
  const summary = await screen.findByRole('alert');
  expect(summary.textContent).toBe('The e-mail, password or role is not right. Check all three.');
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe('camila@example.org');
});

test('a password can be looked at', async () => {
  fakeApi(nobodyIsSignedIn);
  const { user } = renderApp(<SignInPage />);
  const password = screen.getByLabelText<HTMLInputElement>('Password');
  await user.click(screen.getByRole('button', { name: 'Show the password' }));
  expect(password.type).toBe('text');
  await user.click(screen.getByRole('button', { name: 'Hide the password' }));
  expect(password.type).toBe('password');
});

test('demo people are offered where there are some, and fill the form in', async () => {
  const api = fakeApi({
    ...nobodyIsSignedIn,
    'GET /api/health': () => ({ data: { demo: true } }),
    'POST /api/auth/login': () => ({ data: buildDoctor() }),
  });
  const { user } = renderApp(<SignInPage />);
  await user.click(await screen.findByRole('button', { name: /, doctor$/ }));
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(() =>
    expect(api.bodyOf('POST /api/auth/login')).toMatchObject({ role: 'doctor', email: DEMO_ACCOUNTS[1]?.email }),
  );
});
