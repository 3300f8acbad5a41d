import type { Appointment, VisitMode } from '@health-connect/contract/appointments';
import type { AppointmentHistoryEntry } from '@health-connect/contract/appointments';
import type { AppointmentStatus } from '@health-connect/contract/status';
import { CalendarClock, Check, CheckCheck, Hourglass, type LucideIcon, UserX, X } from 'lucide-react';
import type { Tone } from '../../components/badge.js';
import { formatDay, formatTime } from '../../lib/time.js';

/** Who looks at an appointment: the same one reads differently from each side. */
export type Reader = 'patient' | 'doctor';

interface StatusWords {
  tone: Tone;
  icon: LucideIcon;
  words: Record<Reader, string>;
}

const same = (words: string) => ({ patient: words, doctor: words });

export const STATUS_WORDS: Record<AppointmentStatus, StatusWords> = {
  pending: { tone: 'wait', icon: Hourglass, words: { patient: 'Waiting for the doctor', doctor: 'Your answer' } },
  scheduled: { tone: 'ok', icon: Check, words: same('Confirmed') },
  rescheduled: {
    tone: 'wait',
    icon: CalendarClock,
    words: { patient: 'New time proposed', doctor: 'Proposed, no answer yet' },
  },
  completed: { tone: 'neutral', icon: CheckCheck, words: same('Completed') },
  cancelled: { tone: 'neutral', icon: X, words: same('Cancelled') },
  no_show: { tone: 'bad', icon: UserX, words: { patient: 'Missed', doctor: 'Did not come' } },
};

/** The zone of the person on the other side. */
export const otherZoneOf = ({ timeZone, patientId }: Appointment, reader: Reader) =>
  reader === 'patient' ? timeZone : (patientId.timeZone ?? timeZone);

/** Whose the other clock is. */
export const whoseOf = (reader: Reader) => (reader === 'patient' ? 'doctor' : 'patient');

/** Until when a request waits: `Answer by Thu 26 Nov, 12:00`. Nothing where there is none to wait for. */
export function answerWords({ answerBy }: Appointment, reader: Reader, zone: string): string | null {
  if (answerBy === undefined) return null;
  const time = `${formatDay(answerBy, zone)}, ${formatTime(answerBy, zone)}`;
  return reader === 'doctor' ? `Answer by ${time}` : `The doctor answers by ${time}`;
}

/** The person on the other side. */
export const otherOf = ({ doctorId, patientId }: Appointment, reader: Reader) =>
  reader === 'patient' ? doctorId : patientId;

const MODE_WORDS: Record<VisitMode, string> = { video: 'video', chat: 'chat' };
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** `Cardiology, video. Follow-up.` */
export function lineOf({ doctorId, mode, reason }: Appointment, reader: Reader): string {
  const kind = reader === 'patient' ? `${doctorId.specialization}, ${MODE_WORDS[mode]}` : capital(MODE_WORDS[mode]);
  return reason ? `${kind}. ${reason.replace(/[.!?]?$/, (end) => end || '.')}` : `${kind}.`;
}

const VERBS: Record<Exclude<AppointmentHistoryEntry['command'], 'expire'>, string> = {
  book: 'booked it',
  confirm: 'confirmed it',
  move: 'moved it',
  propose: 'proposed another time',
  accept: 'took the new time',
  decline: 'kept the old time',
  cancel: 'cancelled it',
  complete: 'completed it',
  mark_no_show: 'marked it as missed',
};

/** What happened, as the reader would say it: `You moved it`, `The doctor confirmed it`. */
export function historyWords({ command, by, to }: AppointmentHistoryEntry, reader: Reader): string {
  if (command === 'expire' || by === 'system') {
    return to === 'cancelled'
      ? 'The doctor did not answer in time, so it was released'
      : 'The proposal went unanswered, so the old time stays';
  }
  return `${by === reader ? 'You' : `The ${by}`} ${VERBS[command]}`;
}

/** Who cancelled and why, in a line. */
export function cancelWords({ history }: Appointment, reader: Reader): string {
  const entry = history.findLast(({ to }) => to === 'cancelled');
  if (!entry) return '';
  if (entry.by === 'system') return 'The doctor did not answer in time';
  const who = entry.by === reader ? 'By you' : `By the ${entry.by}`;
  return entry.reason ? `${who}: “${entry.reason}”` : who;
}
