import type { TextInput as TextInputType } from '../../../components/text-input.js';
import type { ComponentProps } from 'react';
import type { PatientAccount } from '@health-connect/contract/accounts';
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { refusal } from '../../../../test/fake-api.js';
import { buildPatient } from '../../../../test/people.js';
import { renderAs } from '../../../../test/render-as.js';
import { PatientProfilePage } from './patient-profile-page.js';

vi.mock('../../../lib/socket.js', () => import('../../../../test/fake-socket.js'));
// happy-dom does not see an option that stands in a group.
vi.mock('../../../components/time-zone-select.js', async () => {
  const { TextInput } = await import('../../../components/text-input.js');
  return {
    TimeZoneSelect: ({ deviceFirst, ...props }: ComponentProps<typeof TextInputType> & { deviceFirst?: boolean }) => (
      <TextInput data-device-first={deviceFirst} {...props} />
    ),
  };
});

const PUT = 'PUT /api/patients/profile';
const brother = { name: 'Mateo Ferreira', relationship: 'Brother', phone: '+1 213 555 0101' };

function show(account: Partial<PatientAccount> = {}, save?: (body: unknown) => object) {
  const patient = buildPatient(account);
  return renderAs(patient, <PatientProfilePage />, {
    at: '/profile',
    answers: { [PUT]: save ?? ((body) => ({ data: { ...patient, ...(body as object) } })) },
  });
}

test('the meter says what is missing and leads there', async () => {
  const { user } = show({ dateOfBirth: '1988-05-12', gender: 'Woman', emergencyContact: [brother] });
  expect(await screen.findByText('3 of 6')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Allergies' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Allergies'));
});

test('a complete profile says so', async () => {
  show({ profileCompleted: true });
  await screen.findByText(/Your profile is complete/);
});

test('what was changed is saved whole, and the bar to save it goes', async () => {
  const { user, api } = show({ emergencyContact: [brother] });
  await user.type(await screen.findByLabelText('Allergies'), 'Penicillin');
  await user.selectOptions(screen.getByLabelText('Blood group'), 'O+');
  await user.click(screen.getByRole('button', { name: 'Save profile' }));
  await waitFor(() =>
    expect(api.bodyOf(PUT)).toMatchObject({ allergies: 'Penicillin', bloodGroup: 'O+', emergencyContact: [brother] }),
  );
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Save profile' })).toBeNull());
});

test('contacts are added and removed', async () => {
  const { user, api } = show({ emergencyContact: [brother] });
  await user.click(await screen.findByRole('button', { name: 'Remove contact 1' }));
  await user.click(screen.getByRole('button', { name: 'Add a contact' }));
  await user.type(screen.getByLabelText('Name'), 'Ana');
  await user.type(screen.getByLabelText('Who they are to you'), 'Sister');
  await user.click(screen.getByRole('button', { name: 'Save profile' }));
  await screen.findByText('One thing to put right');
  const [, phone] = screen.getAllByLabelText('Phone');
  await user.type(phone!, '+1 213 555 0102');
  await user.click(screen.getByRole('button', { name: 'Save profile' }));
  await waitFor(() =>
    expect(api.bodyOf(PUT)).toMatchObject({
      emergencyContact: [{ name: 'Ana', relationship: 'Sister', phone: '+1 213 555 0102' }],
    }),
  );
});

test('what the server refuses stands beside its field, and nothing typed is lost', async () => {
  const { user } = show({ emergencyContact: [brother] }, () =>
    refusal(400, 'validation_failed', { errors: [{ path: 'emergencyContact[0].phone', problem: 'not_a_phone' }] }),
  );
  await user.type(await screen.findByLabelText('Allergies'), 'Nuts');
  await user.click(screen.getByRole('button', { name: 'Save profile' }));
  const [, phone] = await screen.findAllByLabelText<HTMLInputElement>('Phone');
  await waitFor(() => expect(phone?.getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByLabelText<HTMLTextAreaElement>('Allergies').value).toBe('Nuts');
});
