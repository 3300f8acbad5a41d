import type { Appointment } from '@health-connect/contract/appointments';
import type { AppointmentStatus } from '@health-connect/contract/status';
import {
  CalendarClock,
  Check,
  CircleCheck,
  CircleX,
  Hourglass,
  type LucideIcon,
  MessageCircle,
  UserX,
  Video,
} from 'lucide-react';
import type { Tone } from '../../components/badge.js';

interface StatusLook {
  tone: Tone;
  icon: LucideIcon;
  words: string;
}

/** A status in the doctor's words. */
export const STATUS: Record<AppointmentStatus, StatusLook> = {
  pending: { tone: 'wait', icon: Hourglass, words: 'Your answer' },
  scheduled: { tone: 'ok', icon: CircleCheck, words: 'Confirmed' },
  rescheduled: { tone: 'wait', icon: CalendarClock, words: 'New time proposed' },
  completed: { tone: 'neutral', icon: Check, words: 'Done' },
  cancelled: { tone: 'neutral', icon: CircleX, words: 'Cancelled' },
  no_show: { tone: 'neutral', icon: UserX, words: 'Missed' },
};

/** The small mark of an appointment in the day: how it will be held while it is to come, how it went after. */
export function markOf({ status, mode }: Appointment): { icon: LucideIcon; words: string } {
  const { icon, words } = STATUS[status];
  if (status !== 'scheduled') return { icon, words: words.toLowerCase() };
  return { icon: mode === 'video' ? Video : MessageCircle, words: `${mode}, confirmed` };
}
