import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { buildDoctor } from '../../../../test/people.js';
import { renderAsDoctor } from '../../../../test/render-as-doctor.js';
import { DoctorProfilePage } from './doctor-profile-page.js';

vi.mock('../../../lib/socket.js', () => import('../../../../test/fake-socket.js'));

const answers = {
  'PUT /api/doctors/profile': (body: unknown) => ({ data: buildDoctor(body as object) }),
  'GET /api/doctors/65f0000000000000000000bb': () => ({ data: { rating: 4.8, reviewCount: 12 } }),
};

test('a doctor adds what they speak by keyboard, takes one off, sees it as patients will, and saves it', async () => {
  const { user, api } = renderAsDoctor(<DoctorProfilePage />, { answers, account: { languages: ['en', 'fi'] } });
  const group = within(await screen.findByRole('group', { name: /^Languages you speak/ }));
  const add = group.getByRole<HTMLSelectElement>('combobox', { name: 'Add a language' });
  expect([...add.options].map(({ value }) => value)).not.toContain('en');
  await user.selectOptions(add, 'Spanish');
  add.focus();
  await user.tab();
  await user.keyboard('{Enter}');
  expect(group.getByRole('status').textContent).toBe('Spanish is added.');
  await user.click(group.getByRole('button', { name: 'Remove Finnish' }));
  expect(document.activeElement).toBe(add);
  expect(group.getByRole('status').textContent).toBe('Finnish is taken off.');
  const preview = screen.getByRole('region', { name: 'How patients see you' });
  expect(within(preview).getByText('Speaks English and Spanish')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Save profile' }));
  await waitFor(() => expect(api.bodyOf('PUT /api/doctors/profile')).toMatchObject({ languages: ['en', 'es'] }));
});

test('nothing is added before one is chosen', async () => {
  const { user } = renderAsDoctor(<DoctorProfilePage />, { answers });
  const group = within(await screen.findByRole('group', { name: /^Languages you speak/ }));
  await user.click(group.getByRole('button', { name: 'Add' }));
  expect(group.queryAllByRole('listitem')).toEqual([]);
});
