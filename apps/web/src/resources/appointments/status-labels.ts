import type { AppointmentStatus } from '@health-connect/contract/status';
import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
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
  /** Read anew each time: in the language that the page has then. */
  readonly label: string;
}

/** Where a status is read: by either person in a list, or on the doctor's day, which has little room. */
type Place = Reader | 'day';

const is = (tone: StatusLabel['tone'], icon: LucideIcon, words: MessageDescriptor): StatusLabel => ({
  tone,
  icon,
  get label() {
    return i18n._(words);
  },
});

/** Every status as it is shown in each place: the one table of its colours, icons and words. */
export const STATUS_LABELS: Record<AppointmentStatus, Record<Place, StatusLabel>> = {
  pending: {
    patient: is('wait', Hourglass, msg`Waiting for the doctor`),
    doctor: is('wait', Hourglass, msg`Your answer`),
    day: is('wait', Hourglass, msg`Your answer`),
  },
  scheduled: {
    patient: is('ok', Check, msg`Confirmed`),
    doctor: is('ok', Check, msg`Confirmed`),
    day: is('ok', CircleCheck, msg`Confirmed`),
  },
  rescheduled: {
    patient: is('wait', CalendarClock, msg`New time proposed`),
    doctor: is('wait', CalendarClock, msg`Proposed, no answer yet`),
    day: is('wait', CalendarClock, msg`New time proposed`),
  },
  completed: {
    patient: is('neutral', CheckCheck, msg({ message: 'Completed', context: 'visit' })),
    doctor: is('neutral', CheckCheck, msg({ message: 'Completed', context: 'visit' })),
    day: is('neutral', Check, msg({ message: 'Done', context: 'visit' })),
  },
  cancelled: {
    patient: is('neutral', X, msg({ message: 'Cancelled', context: 'visit' })),
    doctor: is('neutral', X, msg({ message: 'Cancelled', context: 'visit' })),
    day: is('neutral', CircleX, msg({ message: 'Cancelled', context: 'visit' })),
  },
  no_show: {
    patient: is('bad', UserX, msg({ message: 'Missed', context: 'visit' })),
    doctor: is('bad', UserX, msg`Did not come`),
    day: is('neutral', UserX, msg({ message: 'Missed', context: 'visit' })),
  },
};
