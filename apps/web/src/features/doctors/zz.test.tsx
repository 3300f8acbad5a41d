import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderAs } from '../../../test/render-as.js';
import { DoctorsPage } from './doctors-page.js';
vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));
for (const fake of [false, true]) test('nothing found ' + fake, async () => {
  if (fake) vi.useFakeTimers({ now: Date.parse('2026-11-24T18:00:00Z'), toFake: ['Date'] });
  const { user, address } = renderAs(null, <DoctorsPage />, { at: '/doctors?q=zzz&minRating=4', answers: {
      'GET /api/doctors': () => ({ data: [], meta: { nextCursor: null, total: 0 } }),
      'GET /api/doctors/specializations': () => ({ data: [] }) } });
  await screen.findByText('2 filters are on. Take one off to see more.');
  await user.click(screen.getByRole('button', { name: 'Without “zzz”' }));
  await waitFor(() => expect(address()).toBe('/doctors?minRating=4'));
});
