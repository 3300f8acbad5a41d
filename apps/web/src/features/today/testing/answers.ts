import type { Appointment } from '@health-connect/contract/appointments';
import { DEFAULT_RULES } from '@health-connect/contract/availability';
import type { Dashboard } from '@health-connect/contract/doctors';
import { buildAppointment } from '../../../../test/appointments.js';

/** A doctor whom nobody has booked yet. */
export const quiet: Dashboard = {
  todayCount: 0,
  todayCompleted: 0,
  pendingCount: 0,
  weekCount: 0,
  weekCompleted: 0,
  lastWeekCount: 0,
  completionRate: null,
  noShowRate: null,
  rating: 0,
  reviewCount: 0,
  week: [],
};
const slots = [{ slotNumber: 1, startTime: '09:00', endTime: '17:00', isAvailable: true }];
export const hours = {
  timeZone: 'Pacific/Auckland',
  schedule: [{ day: 'wednesday', slots }],
  overrides: [],
  rules: DEFAULT_RULES,
};

/** A server that holds these appointments and changes them as it is told. */
export function answers(appointments: Appointment[], { schedule = hours, dashboard = quiet } = {}) {
  const change = (id: string) => (body: unknown) => {
    const appointment = appointments.find(({ _id }) => _id === id)!;
    Object.assign(appointment, body);
    return { data: appointment };
  };
  return {
    'GET /api/doctors/schedule': () => ({ data: schedule }),
    'GET /api/doctors/dashboard': () => ({ data: dashboard }),
    'GET /api/appointments/doctor': (_body: unknown, { searchParams: asked }: URL) => ({
      data: appointments.filter(
        ({ status, date }) =>
          (asked.get('status') ?? status) === status &&
          (asked.get('from') ?? date) <= date &&
          date <= (asked.get('to') ?? date),
      ),
    }),
    ...Object.fromEntries(appointments.flatMap(({ _id }) => [[`PUT /api/appointments/${_id}`, change(_id)]])),
    ...Object.fromEntries(
      appointments.map(
        (appointment) => [`GET /api/appointments/${appointment._id}`, () => ({ data: appointment })] as const,
      ),
    ),
  };
}

export const request = (patient: string, time = '00:00') =>
  buildAppointment(`2026-11-26T${time}:00Z`, { patient, status: 'pending', can: { confirm: true, cancel: true } });
/** Going on at 13:02 on Wednesday 25 November in Auckland. */
export const live = () =>
  buildAppointment('2026-11-25T00:00:00Z', {
    patient: 'Camila Ferreira',
    reason: 'Itching patches',
    can: { join: true, complete: true, editNotes: true, reschedule: true, cancel: true },
  });
