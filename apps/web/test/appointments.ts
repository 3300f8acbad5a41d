import type { Appointment, AppointmentAbilities } from '@health-connect/contract/appointments';
import { localTimeAt } from '@health-connect/scheduling/local-time';
import { buildDoctor } from './people.js';

const NOTHING_ALLOWED: AppointmentAbilities = {
  confirm: false,
  cancel: false,
  reschedule: false,
  answer: false,
  complete: false,
  markNoShow: false,
  join: false,
  editNotes: false,
  editReason: false,
  review: false,
};

const MINUTE_MS = 60_000;
let made = 0;

interface BuildAppointment extends Partial<Omit<Appointment, 'patientId' | 'can'>> {
  patient?: string;
  minutes?: number;
  can?: Partial<AppointmentAbilities>;
}

/** An appointment with the doctor of people.ts, half an hour long, at an instant. */
export function buildAppointment(
  startsAt: string,
  { patient = 'Ngozi Eze', minutes = 30, can, ...over }: BuildAppointment = {},
): Appointment {
  const { _id, name, specialization, avatar, timeZone } = buildDoctor();
  const id = String((made += 1)).padStart(24, '0');
  const start = Date.parse(startsAt);
  const end = start + minutes * MINUTE_MS;
  return {
    _id: id,
    doctorId: { _id, name, specialization, avatar },
    patientId: { _id: `f${id.slice(1)}`, name: patient, avatar: '', timeZone: 'America/Los_Angeles' },
    date: localTimeAt(start, timeZone).date,
    startTime: localTimeAt(start, timeZone).time,
    endTime: localTimeAt(end, timeZone).time,
    timeZone,
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(end).toISOString(),
    status: 'scheduled',
    mode: 'video',
    reason: '',
    symptoms: '',
    comment: '',
    notes: '',
    summary: '',
    rating: null,
    review: '',
    history: [],
    joinFrom: new Date(start - 15 * MINUTE_MS).toISOString(),
    joinUntil: new Date(end + 60 * MINUTE_MS).toISOString(),
    createdAt: '2026-11-20T00:00:00.000Z',
    ...over,
    can: { ...NOTHING_ALLOWED, ...can },
  };
}
