import { listOwnAppointments } from '@health-connect/contract/appointments';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakeApi, nobodyIsSignedIn, refusal } from '../../test/fake-api.js';
import { buildDoctor, buildPatient } from '../../test/people.js';
import { renderApp } from '../../test/render-app.js';
import { call } from './call.js';
import { useSignIn, useSignOut } from '../resources/account/sign-in.js';
import { useSession } from './session.js';

const login = { email: 'camila@example.org', password: 'a long password', role: 'patient' } as const;

function Who() {
  const { session } = useSession();
  const { signIn } = useSignIn();
  const signOut = useSignOut();
  return (
    <>
      <output>{session.status === 'signed-in' ? session.account.name : session.status}</output>
      <button onClick={() => void signIn(login)}>in</button>
      <button onClick={() => void signOut()}>out</button>
      {session.status === 'failed' && <button onClick={session.retry}>again</button>}
    </>
  );
}

const shows = (text: string) => waitFor(() => expect(screen.getByRole('status').textContent).toBe(text));

test('signing in and out: what belonged to a person is forgotten with them', async () => {
  fakeApi({
    ...nobodyIsSignedIn,
    'POST /api/auth/login': () => ({ data: buildPatient() }),
    'POST /api/auth/logout': () => ({ data: null }),
  });
  const { user, client } = renderApp(<Who />);
  await shows('signed-out');
  await user.click(screen.getByText('in'));
  await shows('Camila Ferreira');
  client.setQueryData(['appointments'], ['private']);
  localStorage.setItem('private:outbox:camila:1', 'a text that was never sent');
  localStorage.setItem('theme', 'light');
  await user.click(screen.getByText('out'));
  await shows('signed-out');
  expect(client.getQueryData(['appointments'])).toBeUndefined();
  expect(localStorage.getItem('private:outbox:camila:1')).toBeNull();
  expect(localStorage.getItem('theme')).toBe('light');
});

test('a server that cannot say who is here is a failure, with a second try', async () => {
  let up = false;
  fakeApi({
    'GET /api/auth/me': () => (up ? { data: buildDoctor() } : refusal(503, 'unavailable')),
  });
  const { user } = renderApp(<Who />);
  await shows('failed');
  up = true;
  await user.click(screen.getByText('again'));
  await shows('Dr. Mereana Te Whatu');
});

test('a session that ended elsewhere ends here with the next request', async () => {
  fakeApi({
    'GET /api/auth/me': () => ({ data: buildPatient() }),
    'GET /api/appointments': () => refusal(401, 'unauthenticated'),
  });
  const { client } = renderApp(<Who />);
  await shows('Camila Ferreira');
  await client.query({ queryKey: ['appointments'], queryFn: () => call(listOwnAppointments) }).catch(() => null);
  await shows('signed-out');
});
