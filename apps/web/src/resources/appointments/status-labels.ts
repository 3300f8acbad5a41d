import type { AppointmentStatus } from '@health-connect/contract/status';
import {
  CalendarClock,
  Check,
  CheckCheck,
  CircleCheck,
  CircleX,
  Hourglass,
  type LucideIcon,
  UserX,
  X,
} from 'lucide-react';
import type { Reader } from './reader.js';

interface StatusLabel {
  tone: 'neutral' | 'ok' | 'wait' | 'bad';
  icon: LucideIcon;
  label: string;
}

/** Where a status is read: by either person in a list, or on the doctor's day, which has little room. */
type Place = Reader | 'day';

const is = (tone: StatusLabel['tone'], icon: LucideIcon, label: string): StatusLabel => ({ tone, icon, label });

/** Every status as it is shown in each place: the one table of its colours, icons and words. */
export const STATUS_LABELS: Record<AppointmentStatus, Record<Place, StatusLabel>> = {
  pending: {
    patient: is('wait', Hourglass, 'Waiting for the doctor'),
    doctor: is('wait', Hourglass, 'Your answer'),
    day: is('wait', Hourglass, 'Your answer'),
  },
  scheduled: {
    patient: is('ok', Check, 'Confirmed'),
    doctor: is('ok', Check, 'Confirmed'),
    day: is('ok', CircleCheck, 'Confirmed'),
  },
  rescheduled: {
    patient: is('wait', CalendarClock, 'New time proposed'),
    doctor: is('wait', CalendarClock, 'Proposed, no answer yet'),
    day: is('wait', CalendarClock, 'New time proposed'),
  },
  completed: {
    patient: is('neutral', CheckCheck, 'Completed'),
    doctor: is('neutral', CheckCheck, 'Completed'),
    day: is('neutral', Check, 'Done'),
  },
  cancelled: {
    patient: is('neutral', X, 'Cancelled'),
    doctor: is('neutral', X, 'Cancelled'),
    day: is('neutral', CircleX, 'Cancelled'),
  },
  no_show: {
    patient: is('bad', UserX, 'Missed'),
    doctor: is('bad', UserX, 'Did not come'),
    day: is('neutral', UserX, 'Missed'),
  },
};
