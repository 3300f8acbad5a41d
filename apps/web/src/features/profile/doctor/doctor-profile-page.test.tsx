import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { refusal } from '../../../../test/fake-api.js';
import { buildDoctor } from '../../../../test/people.js';
import { renderAsDoctor } from '../../../../test/render-as-doctor.js';
import { DoctorProfilePage } from './doctor-profile-page.js';
import { photoProblem } from '../photo/photo-problem.js';

vi.mock('../../../lib/socket.js', () => import('../../../../test/fake-socket.js'));

const stores = {
  'PUT /api/doctors/profile': (body: unknown) => ({ data: buildDoctor(body as object) }),
  'GET /api/doctors/65f0000000000000000000bb': () => ({ data: { rating: 4.8, reviewCount: 12 } }),
};

test('what is typed shows at once as patients will see it, and is saved', async () => {
  const { user, api } = renderAsDoctor(<DoctorProfilePage />, { answers: stores });
  const specialty = await screen.findByLabelText('Specialty');
  await user.clear(specialty);
  await user.type(specialty, 'Dermatology');
  const preview = screen.getByRole('region', { name: 'How patients see you' });
  expect(within(preview).getByText('Dermatology')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Save profile' }));
  await waitFor(() =>
    expect(api.bodyOf('PUT /api/doctors/profile')).toMatchObject({ specialization: 'Dermatology', experience: 17 }),
  );
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Save profile' })).toBeNull());
});

test('undo brings back what is stored', async () => {
  const { user } = renderAsDoctor(<DoctorProfilePage />, { answers: stores });
  const name = await screen.findByLabelText<HTMLInputElement>('Full name');
  await user.type(name, ' Harrington');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(name.value).toBe('Dr. Mereana Te Whatu');
});

test('what the server refuses lands on its field', async () => {
  const errors = [{ path: 'contactNumber', problem: 'not_a_phone' as const }];
  const { user } = renderAsDoctor(<DoctorProfilePage />, {
    answers: {
      ...stores,
      'PUT /api/doctors/profile': () => refusal(400, 'validation_failed', { errors }),
    },
  });
  const phone = await screen.findByLabelText(/^Phone/);
  await user.type(phone, 'call me');
  await user.click(screen.getByRole('button', { name: 'Save profile' }));
  await waitFor(() => expect(phone.getAttribute('aria-invalid')).toBe('true'));
});

test.each([
  ['pending', 'We are checking your account'],
  ['verified', 'You are verified'],
  ['suspended', 'Your account is suspended'],
] as const)('an account that is %s explains what follows', async (verification, words) => {
  renderAsDoctor(<DoctorProfilePage />, { account: { verification }, answers: stores });
  expect(await screen.findByText(words)).toBeDefined();
});

describe('password', () => {
  const errors = [{ path: 'currentPassword', problem: 'wrong' as const }];

  test('a wrong current password is said beside it; the right one closes the dialog and keeps this tab signed in', async () => {
    let isRight = false;
    const { user, api } = renderAsDoctor(<DoctorProfilePage />, {
      answers: {
        ...stores,
        'POST /api/auth/password': () =>
          isRight ? { data: buildDoctor() } : refusal(400, 'wrong_password', { errors }),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Change password' }));
    const dialog = await screen.findByRole('dialog', { name: 'Change your password' });
    await user.type(within(dialog).getByLabelText('Current password'), 'not this one');
    await user.type(within(dialog).getByLabelText('New password'), 'a longer sentence');
    await user.click(within(dialog).getByRole('button', { name: 'Change password' }));
    expect((await within(dialog).findAllByText('Is not right.')).length).toBeGreaterThan(0);
    isRight = true;
    await user.click(within(dialog).getByRole('button', { name: 'Change password' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.bodyOf('POST /api/auth/password')).toEqual({
      currentPassword: 'not this one',
      newPassword: 'a longer sentence',
    });
    expect(screen.getByLabelText('Full name')).toBeDefined();
  });

  test('signing out everywhere asks first', async () => {
    const { user, api } = renderAsDoctor(<DoctorProfilePage />, {
      answers: { ...stores, 'POST /api/auth/logout-everywhere': () => ({}), 'POST /api/auth/logout': () => ({}) },
    });
    await user.click(await screen.findByRole('button', { name: 'Sign out everywhere' }));
    const question = await screen.findByRole('alertdialog');
    await user.click(within(question).getByRole('button', { name: 'Sign out everywhere' }));
    await waitFor(() => expect(screen.queryByLabelText('Full name')).toBeNull());
    expect(api.calls.map(({ key }) => key)).toContain('POST /api/auth/logout-everywhere');
  });
});

test('a photo of the wrong kind or size is refused before it is sent', () => {
  expect(photoProblem({ type: 'image/svg+xml', size: 100 })).toMatch('not a photo');
  expect(photoProblem({ type: 'image/png', size: 11 * 1024 * 1024 })).toMatch('larger than 10 MB');
  expect(photoProblem({ type: 'image/png', size: 1000 })).toBeNull();
});
