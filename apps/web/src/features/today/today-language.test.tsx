import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildAppointment } from '../../../test/appointments.js';
import { renderAsDoctor } from '../../../test/render-as-doctor.js';
import { englishLeft, switchLanguage } from '../../../test/switch-language.js';
import { answers, live, quiet, request } from './testing/answers.js';
import { TodayPage } from './today-page.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

// 13:02 on Wednesday 25 November in Auckland.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T00:02:00Z') }));
afterEach(() => void vi.useRealTimers());

describe('in another language nothing stays in English', () => {
  const people = ['Camila Ferreira', 'CF', 'Aroha Ngata', 'AN', 'Ngozi Eze', 'NE'];
  const names = [...people, 'Itching patches', 'Auckland', 'Los Angeles'];

  test('of the day, its requests and its figures', async () => {
    const coming = buildAppointment('2026-11-25T01:00:00Z', { patient: 'Ngozi Eze', reason: '' });
    const week = [{ date: '2026-11-25', booked: 3, completed: 1 }];
    const dashboard = { ...quiet, weekCount: 3, weekCompleted: 1, lastWeekCount: 5, completionRate: 0.9, week };
    renderAsDoctor(<TodayPage />, {
      account: { verification: 'pending' },
      answers: answers([live(), coming, request('Aroha Ngata')], { dashboard }),
    });
    await screen.findByRole('button', { name: /Confirm Aroha Ngata/ });
    switchLanguage();
    expect(englishLeft(...names, 'npm run verify-doctor')).toEqual([]);
  });

  test('of an appointment and what is asked about it', async () => {
    const appointment = live();
    const { user } = renderAsDoctor(<TodayPage />, {
      at: `/?visit=${appointment._id}&tab=week`,
      answers: answers([appointment]),
    });
    await screen.findByRole('button', { name: 'Complete visit' });
    switchLanguage();
    expect(englishLeft(...names)).toEqual([]);
    await user.click(document.querySelector('.lucide-circle-x')!.closest('button')!);
    await screen.findByRole('alertdialog');
    expect(englishLeft(...names)).toEqual([]);
  });
});
