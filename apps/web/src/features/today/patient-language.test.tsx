import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { buildAppointment } from '../../../test/appointments.js';
import { renderAsDoctor } from '../../../test/render-as-doctor.js';
import { RequestRow } from './requests/request-row.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

const nothing = () => undefined;
const row = (language?: string) => {
  const asked = buildAppointment('2026-11-24T18:00:00Z', { status: 'pending' });
  const patientId = { ...asked.patientId, ...(language && { language }) };
  return (
    <RequestRow
      appointment={{ ...asked, patientId }}
      now={Date.parse('2026-11-23T18:00:00Z')}
      zone="Pacific/Auckland"
      isAt={false}
      busy={false}
      failure={null}
      onAt={nothing}
      onOpen={nothing}
      onConfirm={nothing}
      onDecline={nothing}
      onPropose={nothing}
    />
  );
};

test('a doctor reads in a request what the patient speaks, and nothing where it is not known', async () => {
  renderAsDoctor(
    <ul>
      {row('es')}
      {row('pt-BR')}
      {row()}
    </ul>,
  );
  const rows = await screen.findAllByRole('listitem');
  expect(within(rows[0]!).getByText('Speaks Spanish')).toBeDefined();
  expect(within(rows[1]!).getByText('Speaks Brazilian Portuguese')).toBeDefined();
  expect(within(rows[2]!).queryByText(/Speaks/)).toBeNull();
});
