import type { Appointment, AppointmentHistoryEntry } from '@health-connect/contract/appointments';
import { select, t } from '@lingui/core/macro';
import { specialtyName } from '../../lib/specialties/specialty-name.js';
import { formatWhen } from '../../lib/time.js';
import type { Reader } from '../../resources/appointments/reader.js';
import { reasonName } from '../../resources/appointments/usual-reasons.js';

/** Until when a request waits: `Answer by Thu 26 Nov, 12:00`. Nothing where there is none to wait for. */
export function answerWords({ answerBy }: Appointment, reader: Reader, zone: string): string | null {
  if (answerBy === undefined) return null;
  const time = formatWhen(answerBy, zone);
  return reader === 'doctor' ? t`Answer by ${time}` : t`The doctor answers by ${time}`;
}

const SENTENCE_END = /\p{Sentence_Terminal}$/u;

/** `Cardiology, video. Follow-up.` */
export function lineOf({ doctorId, mode, reason }: Appointment, reader: Reader): string {
  const specialty = specialtyName(doctorId.specialization);
  const kind =
    reader === 'patient'
      ? select(mode, { chat: `${specialty}, chat.`, other: `${specialty}, video.` })
      : select(mode, { chat: 'Chat.', other: 'Video.' });
  const why = reasonName(reason);
  if (!why) return kind;
  return SENTENCE_END.test(why) ? `${kind} ${why}` : t`${kind} ${why}.`;
}

type Command = Exclude<AppointmentHistoryEntry['command'], 'expire'>;

/** Who did it, as the reader sees them. */
type Who = 'you' | 'doctor' | 'patient';

const HISTORY: Record<Command, (who: Who) => string> = {
  book: (who) => select(who, { you: 'You booked it', doctor: 'The doctor booked it', other: 'The patient booked it' }),
  confirm: (who) =>
    select(who, { you: 'You confirmed it', doctor: 'The doctor confirmed it', other: 'The patient confirmed it' }),
  move: (who) => select(who, { you: 'You moved it', doctor: 'The doctor moved it', other: 'The patient moved it' }),
  propose: (who) =>
    select(who, {
      you: 'You proposed another time',
      doctor: 'The doctor proposed another time',
      other: 'The patient proposed another time',
    }),
  accept: (who) =>
    select(who, {
      you: 'You took the new time',
      doctor: 'The doctor took the new time',
      other: 'The patient took the new time',
    }),
  decline: (who) =>
    select(who, {
      you: 'You kept the old time',
      doctor: 'The doctor kept the old time',
      other: 'The patient kept the old time',
    }),
  cancel: (who) =>
    select(who, { you: 'You cancelled it', doctor: 'The doctor cancelled it', other: 'The patient cancelled it' }),
  complete: (who) =>
    select(who, { you: 'You completed it', doctor: 'The doctor completed it', other: 'The patient completed it' }),
  mark_no_show: (who) =>
    select(who, {
      you: 'You marked it as missed',
      doctor: 'The doctor marked it as missed',
      other: 'The patient marked it as missed',
    }),
};

const whoOf = (by: 'doctor' | 'patient', reader: Reader): Who => (by === reader ? 'you' : by);

/** What happened, as the reader would say it: `You moved it`, `The doctor confirmed it`. */
export function historyWords({ command, by, to }: AppointmentHistoryEntry, reader: Reader): string {
  if (command === 'expire' || by === 'system') {
    return to === 'cancelled'
      ? t`The doctor did not answer in time, so it was released`
      : t`The proposal went unanswered, so the old time stays`;
  }
  return HISTORY[command](whoOf(by, reader));
}

/** Who cancelled and why, in a line. */
export function cancelWords({ history }: Appointment, reader: Reader): string {
  const entry = history.findLast(({ to }) => to === 'cancelled');
  if (!entry) return '';
  const { by, reason } = entry;
  if (by === 'system') return t`The doctor did not answer in time`;
  const who = whoOf(by, reader);
  return reason
    ? select(who, {
        you: `By you: “${reason}”`,
        doctor: `By the doctor: “${reason}”`,
        other: `By the patient: “${reason}”`,
      })
    : select(who, { you: 'By you', doctor: 'By the doctor', other: 'By the patient' });
}
