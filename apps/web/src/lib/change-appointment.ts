import type { Appointment, DoctorChange, PatientChange } from '@health-connect/contract/appointments';
import { http } from './http.js';

/** What happens once: sent again after a lost answer it would be refused, so the person decides. */
const ONCE = ['status', 'proposal', 'startsAt', 'rating'];

export const changeAppointment = (id: string, change: DoctorChange | PatientChange) =>
  http.put<Appointment>(`/appointments/${id}`, change, { repeatable: !ONCE.some((name) => name in change) });
