import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildListed, buildProfile } from '../../../test/doctors.js';
import { buildPatient } from '../../../test/people.js';
import { renderAs } from '../../../test/render-as.js';
import { buildSlots, slotDays } from '../../../test/slots.js';
import { englishLeft, switchLanguage } from '../../../test/switch-language.js';
import { loadSpecialtyWords } from '../../lib/specialties/specialty-name.js';
import { DoctorPage } from './doctor-page.js';
import { DoctorsPage } from './doctors-page.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

// Tuesday, 10:00 in Los Angeles.
beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-24T18:00:00Z'), toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());
beforeEach(loadSpecialtyWords);

/** Places, and what stands in a picture of nobody. */
const NAMES = ['Los Angeles', 'Auckland', 'UTC', 'MT', 'KW'];

test('another language leaves no English in the list, nor in a specialty that is listed', async () => {
  const listed = buildListed({ nextSlots: buildSlots('2026-11-25T20:00:00Z', 3), specialization: 'Cardiology' });
  const other = buildListed({
    _id: '65f0000000000000000000cc',
    name: 'Dr. Kenji Watanabe',
    specialization: 'Tanzmedizin',
  });
  const understood = [{ typed: 'hjerte', specialties: ['Cardiology'] }];
  renderAs(null, <DoctorsPage />, {
    at: '/doctors?q=hjerte',
    answers: {
      'GET /api/doctors': () => ({ data: [listed, other], meta: { nextCursor: 'next', total: 9, understood } }),
      'GET /api/doctors/specializations': () => ({ data: [{ name: 'Cardiology', count: 6 }] }),
    },
  });
  await screen.findByRole('button', { name: 'Cardiology 6 doctors' });
  await screen.findByText('Showing cardiology for “hjerte”.');
  switchLanguage();
  expect(englishLeft(listed.name, other.name, 'Tanzmedizin', 'hjerte', ...NAMES)).toEqual([]);
  expect(screen.getByText('Tanzmedizin')).toBeDefined();
});

test('another language leaves no English where nobody was found', async () => {
  renderAs(null, <DoctorsPage />, {
    at: '/doctors?q=zzz&minRating=4',
    answers: {
      'GET /api/doctors': () => ({ data: [], meta: { nextCursor: null, total: 0 } }),
      'GET /api/doctors/specializations': () => ({ data: [{ name: 'Cardiology', count: 6 }] }),
    },
  });
  await screen.findByText('2 filters are on. Take one off to see more.');
  switchLanguage();
  expect(englishLeft('zzz', ...NAMES)).toEqual([]);
});

test('another language leaves no English while a visit is booked, and the usual reason stays as it is stored', async () => {
  const doctor = buildProfile({ specialization: 'Cardiology' });
  const at = `/doctors/${doctor._id}`;
  const page = (
    <Routes>
      <Route path="/doctors/:doctorId" element={<DoctorPage />} />
    </Routes>
  );
  const { user } = renderAs(buildPatient(), page, {
    at,
    answers: {
      [`GET /api${at}`]: () => ({ data: doctor }),
      [`GET /api${at}/slots`]: () => ({ data: slotDays(buildSlots('2026-11-25T00:00:00Z', 4)) }),
      [`GET /api${at}/reviews`]: () => ({ data: [], meta: { nextCursor: null } }),
    },
  });
  await user.click(await screen.findByRole('radio', { name: /^16:00/ }));
  await user.click(screen.getByRole('radio', { name: 'Follow-up' }));
  switchLanguage();
  expect(englishLeft(doctor.name, doctor.about, doctor.qualification, ...NAMES)).toEqual([]);
  expect(document.querySelector<HTMLInputElement>('input[name=kind]:checked')?.value).toBe('Follow-up');
});
