import type { Appointment, AppointmentHistoryEntry, ConsultMode } from '@health-connect/contract/appointments';
import { formatDay, formatTime } from '../../lib/time.js';
import type { Reader } from '../../resources/appointments/reader.js';

/** Until when a request waits: `Answer by Thu 26 Nov, 12:00`. Nothing where there is none to wait for. */
export function answerWords({ answerBy }: Appointment, reader: Reader, zone: string): string | null {
  if (answerBy === undefined) return null;
  const time = `${formatDay(answerBy, zone)}, ${formatTime(answerBy, zone)}`;
  return reader === 'doctor' ? `Answer by ${time}` : `The doctor answers by ${time}`;
}

const MODE_LABELS: Record<ConsultMode, string> = { video: 'video', chat: 'chat' };
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** `Cardiology, video. Follow-up.` */
export function lineOf({ doctorId, mode, reason }: Appointment, reader: Reader): string {
  const kind = reader === 'patient' ? `${doctorId.specialization}, ${MODE_LABELS[mode]}` : capital(MODE_LABELS[mode]);
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
