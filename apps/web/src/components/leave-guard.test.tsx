import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Link } from 'react-router-dom';
import { fakeApi, nobodyIsSignedIn } from '../../test/fake-api.js';
import { renderApp } from '../../test/render-app.js';
import { LeaveGuard } from './leave-guard.js';

const page = (unsaved: boolean) => (
  <>
    <LeaveGuard unsaved={unsaved} description="Your hours changed." />
    <Link to="/today">Today</Link>
  </>
);

test('a link waits for an answer while something is not saved', async () => {
  fakeApi(nobodyIsSignedIn);
  const { user, address } = renderApp(page(true), { at: '/schedule' });
  await user.click(screen.getByRole('link', { name: 'Today' }));
  await user.click(await screen.findByRole('button', { name: 'Stay here' }));
  expect(address()).toBe('/schedule');
  await user.click(screen.getByRole('link', { name: 'Today' }));
  await user.click(await screen.findByRole('button', { name: 'Leave' }));
  await waitFor(() => expect(address()).toBe('/today'));
});

test('with everything saved, links lead on at once', async () => {
  fakeApi(nobodyIsSignedIn);
  const { user, address } = renderApp(page(false), { at: '/schedule' });
  await user.click(screen.getByRole('link', { name: 'Today' }));
  expect(address()).toBe('/today');
});
