import type { DoctorChange } from '@health-connect/contract/appointments';
import type { AppointmentRecord } from '../../db/appointments.js';
import { invalid } from '../../http/errors.js';

const MAX_NOTES = 50_000;

type Written = Pick<AppointmentRecord, 'status' | 'notes' | 'summary' | 'revision'>;
type Words = Pick<DoctorChange, 'notes' | 'summary' | 'revision'>;

/**
 * What notes and summary become when these words are written, with the next revision. `stale`: they were written on
 * another revision than the stored one and would replace what came since. `there`: nothing of them is new.
 */
export function writeWords(
  stored: Written,
  words: Words,
  at: Date,
): Pick<AppointmentRecord, 'revision'> | 'stale' | 'there' {
  const { revision } = stored;
  if (words.revision !== revision) {
    if (isThere(stored, words)) return 'there';
    if (words.revision !== undefined || !onlyAdds(stored, words)) return 'stale';
  }
  return {
    ...(words.notes !== undefined && { notes: extendNotes(stored, words.notes, at) }),
    ...(words.summary !== undefined && { summary: words.summary }),
    revision: revision + 1,
  };
}

/**
 * The notes after an edit. Those of a completed appointment only grow: a text that continues them is taken as it is,
 * any other is added below them as an addendum with its date.
 */
export function extendNotes({ status, notes }: Pick<Written, 'status' | 'notes'>, text: string, at: Date): string {
  const isFree = status !== 'completed' || text.startsWith(notes);
  const extended = isFree ? text : `${notes}\n\n${addendum(text, at)}`;
  if (extended.length > MAX_NOTES) throw invalid('notes', 'notes_too_long', { max: MAX_NOTES });
  return extended;
}

const addendum = (text: string, at: Date) => `Addendum ${at.toISOString().slice(0, 10)}: ${text}`;

const ADDENDUM_HEAD = /\n\nAddendum \d{4}-\d\d-\d\d: $/;

/** Whether the words are stored already: sent again after an answer that got lost. */
function isThere({ status, notes, summary }: Written, words: Words): boolean {
  const isLast = (text: string) => notes.endsWith(text) && ADDENDUM_HEAD.test(notes.slice(0, -text.length));
  const hasNotes =
    words.notes === undefined || words.notes === notes || (status === 'completed' && isLast(words.notes));
  return hasNotes && (words.summary === undefined || words.summary === summary);
}

/** Who says nothing of a revision may continue what is there, and replace nothing. */
const onlyAdds = ({ status, notes, summary }: Written, words: Words): boolean =>
  (words.notes === undefined || status === 'completed' || words.notes.startsWith(notes)) &&
  (words.summary === undefined || words.summary.startsWith(summary));
