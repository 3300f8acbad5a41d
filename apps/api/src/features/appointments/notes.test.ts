import { expect, test } from 'vitest';
import { extendNotes } from './notes.js';

const at = new Date('2026-11-24T15:00:00Z');

test('notes are free until the appointment is completed', () => {
  expect(extendNotes({ status: 'scheduled', notes: 'Draft.' }, 'Other words.', at)).toBe('Other words.');
});

test('those of a completed appointment only grow', () => {
  const completed = { status: 'completed', notes: 'Mild asthma.' } as const;
  expect(extendNotes(completed, 'Mild asthma. Seen again.', at)).toBe('Mild asthma. Seen again.');
  expect(extendNotes(completed, 'No asthma.', at)).toBe('Mild asthma.\n\nAddendum 2026-11-24: No asthma.');
});

test('and not without end', () => {
  expect(() => extendNotes({ status: 'completed', notes: 'x'.repeat(49_000) }, 'y'.repeat(2000), at)).toThrow();
});
