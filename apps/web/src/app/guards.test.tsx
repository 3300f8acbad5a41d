import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { expect, test } from 'vitest';
import { fakeApi, nobodyIsSignedIn, refusal } from '../../test/fake-api.js';
import { buildDoctor, buildPatient } from '../../test/people.js';
import { renderApp } from '../../test/render-app.js';
import { ForVisitors, SignedIn } from './guards.js';

const app = (
  <Routes>
    <Route element={<SignedIn as={['doctor']} />}>
      <Route path="/schedule" element={<h1>Your hours</h1>} />
    </Route>
    <Route element={<ForVisitors />}>
      <Route path="/sign-in" element={<h1>Welcome back</h1>} />
    </Route>
    <Route path="/" element={<h1>Home</h1>} />
  </Routes>
);

const heading = (name: string) => screen.findByRole('heading', { name });
const patientIsHere = { 'GET /api/auth/me': () => ({ data: buildPatient() }) };
const doctorIsHere = { 'GET /api/auth/me': () => ({ data: buildDoctor() }) };

test('a visitor signs in first and keeps the way back', async () => {
  fakeApi(nobodyIsSignedIn);
  const { address } = renderApp(app, { at: '/schedule?date=2026-11-24' });
  await heading('Welcome back');
  expect(address()).toBe('/sign-in?returnTo=%2Fschedule%3Fdate%3D2026-11-24');
});

test('who signed in goes on to where they wanted to be', async () => {
  fakeApi(doctorIsHere);
  const { address } = renderApp(app, { at: '/sign-in?returnTo=%2Fschedule%3Fdate%3D2026-11-24' });
  await heading('Your hours');
  expect(address()).toBe('/schedule?date=2026-11-24');
});

test('a return path to another site leads home', async () => {
  fakeApi(doctorIsHere);
  renderApp(app, { at: '/sign-in?returnTo=https%3A%2F%2Fevil.example%2F' });
  await heading('Home');
});

test('a page of another role is not there', async () => {
  fakeApi(patientIsHere);
  renderApp(app, { at: '/schedule' });
  await heading('There is nothing here');
});

test('while nobody can say who this is, nothing is shown, and one can try again', async () => {
  let up = false;
  fakeApi({
    'GET /api/auth/me': () => (up ? { data: buildDoctor() } : refusal(503, 'unavailable')),
  });
  const { user } = renderApp(app, { at: '/schedule' });
  expect((await screen.findByRole('alert')).textContent).toContain(
    'We cannot reach our records just now. Please try again in a moment.',
  );
  up = true;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await heading('Your hours');
});
