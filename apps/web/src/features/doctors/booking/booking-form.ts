import type { BookAppointment, ConsultMode } from '@health-connect/contract/appointments';
import { USUAL_REASONS } from '../../../resources/appointments/usual-reasons.js';

export interface BookingForm {
  mode: ConsultMode;
  kind: string;
  words: string;
}

export const emptyBooking: BookingForm = { mode: 'video', kind: USUAL_REASONS[0], words: '' };

export const toBooking = (doctorId: string, startsAt: string, { mode, kind, words }: BookingForm): BookAppointment => ({
  doctorId,
  startsAt,
  mode,
  reason: kind,
  ...(words.trim() && { symptoms: words.trim() }),
});

interface Kept {
  doctorId: string;
  startsAt: string;
  form: BookingForm;
}

// In memory only: a visitor's words must reach neither the address nor the disk on the way through signing in.
let kept: Kept | null = null;

export const keepBooking = (draft: Kept) => {
  kept = draft;
};
export const keptBooking = (doctorId: string, startsAt: string | null) =>
  kept?.doctorId === doctorId && kept.startsAt === startsAt ? kept.form : null;
export const forgetBooking = () => {
  kept = null;
};
