import { screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { buildDoctor, buildPatient } from '../../../test/people.js';
import { renderAs } from '../../../test/render-as.js';
import { englishLeft, switchLanguage } from '../../../test/switch-language.js';
import { loadSpecialtyWords } from '../../lib/specialties/specialty-name.js';
import { DoctorProfilePage } from './doctor/doctor-profile-page.js';
import { PatientProfilePage } from './patient/patient-profile-page.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));
beforeEach(loadSpecialtyWords);

/** People, and their places. */
const NAMES = [
  buildDoctor().name,
  buildDoctor().qualification,
  buildDoctor().email,
  buildPatient().name,
  buildPatient().email,
  'Auckland',
  'Los Angeles',
  'UTC',
  'MT',
  'CF',
];

/** Of the list of zones only how one chooses in it is words. */
const withoutZones = () => document.querySelectorAll('option').forEach((option) => option.remove());

test('another language leaves no English in a doctor’s profile, and a specialty is stored as everybody’s', async () => {
  const account = buildDoctor({ specialization: 'Ear, nose and throat', verification: 'pending' });
  const { user, api } = renderAs(account, <DoctorProfilePage />, {
    answers: { 'PUT /api/doctors/profile': (body) => ({ data: buildDoctor(body as object) }) },
  });
  await screen.findByDisplayValue('Ear, nose and throat');
  switchLanguage();
  const box = screen.getByDisplayValue('ééé, éééé ééé éééééé');
  await user.clear(box);
  await user.type(box, 'ééééé éééééééé');
  await user.click(document.querySelector<HTMLElement>('button[type=submit]')!);
  await vi.waitFor(() =>
    expect(api.bodyOf('PUT /api/doctors/profile')).toMatchObject({ specialization: 'Sleep medicine' }),
  );
  withoutZones();
  expect(englishLeft(...NAMES)).toEqual([]);
});

test('another language leaves no English in a patient’s profile', async () => {
  renderAs(buildPatient({ profileCompleted: false, emergencyContact: [] }), <PatientProfilePage />, {});
  await screen.findByText('Missing:');
  switchLanguage();
  withoutZones();
  expect(englishLeft(...NAMES)).toEqual([]);
});
