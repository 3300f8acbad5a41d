import type { AppointmentRecord } from '../../db/appointments.js';
import { invalid } from '../../http/errors.js';

const MAX_NOTES = 50_000;

/**
 * The notes after an edit. Those of a completed visit only grow: a text that continues them is taken as it is, any
 * other is added below them as an addendum with its date.
 */
export function extendNotes(
  { status, notes }: Pick<AppointmentRecord, 'status' | 'notes'>,
  text: string,
  at: Date,
): string {
  const isFree = status !== 'completed' || text.startsWith(notes);
  const extended = isFree ? text : `${notes}\n\nAddendum ${at.toISOString().slice(0, 10)}: ${text}`;
  if (extended.length > MAX_NOTES) throw invalid('notes', `Together the notes may have ${MAX_NOTES} characters.`);
  return extended;
}
