import type { Appointment, DoctorChange } from '@health-connect/contract/appointments';
import { expect, test } from 'vitest';
import { buildAppointment } from '../../../test/appointments.js';
import { ApiError } from '../../lib/api-error.js';
import { createFakeClock, settled } from '../../media/testing/fake-clock.js';
import { RecordEditor } from './record-editor.js';

const PAUSE_MS = 1_200;

/** A server that keeps one appointment as ours does: a write on another revision is refused with the appointment as it is. */
function begin(over: Partial<Appointment> = {}) {
  const clock = createFakeClock();
  let stored = buildAppointment('2026-11-24T09:00:00Z', { revision: 0, ...over, can: { editNotes: true } });
  const writes: DoctorChange[] = [];
  let trouble: (() => Promise<void>) | null = null;
  const write = ({ revision, ...change }: DoctorChange): Appointment => {
    if (revision !== undefined && revision !== stored.revision) {
      throw new ApiError({ code: 'stale_revision', status: 409, data: stored });
    }
    const added = stored.status === 'completed' && change.notes !== undefined;
    const notes = added ? `${stored.notes}\n\nAddendum 2026-11-24: ${change.notes}` : change.notes;
    stored = { ...stored, ...(change as Partial<Appointment>), ...(notes !== undefined && { notes }) };
    if (revision !== undefined) stored = { ...stored, revision: revision + 1 };
    return stored;
  };
  const editor = new RecordEditor(
    stored,
    async (change) => {
      writes.push(change);
      await trouble?.();
      return write(change);
    },
    clock,
  );
  return { clock, editor, writes, write, stored: () => stored, whenSent: (next: typeof trouble) => (trouble = next) };
}

test('saves once after a pause in the typing, the newest text, on its revision', async () => {
  const { clock, editor, writes } = begin();
  editor.change({ notes: 'Ras' });
  clock.advance(PAUSE_MS - 1);
  editor.change({ notes: 'Rash' });
  expect(editor.get().save).toEqual({ status: 'unsaved' });
  clock.advance(PAUSE_MS);
  await settled();
  expect(writes).toEqual([{ notes: 'Rash', revision: 0 }]);
  expect(editor.get().save).toEqual({ status: 'saved', at: clock.now() });
});

test('one save at a time: what is written meanwhile follows', async () => {
  const { editor, writes, whenSent, write, stored } = begin();
  let finish = () => {};
  whenSent(() => new Promise((resolve) => (finish = resolve)));
  editor.change({ notes: 'one' });
  const first = editor.save();
  editor.change({ notes: 'two' });
  editor.change({ notes: 'three' });
  // The news of our own write comes before its answer.
  editor.take({ ...stored(), notes: 'one', revision: 1 });
  expect(editor.get().draft.notes).toBe('three');
  whenSent(null);
  finish();
  await first;
  expect(writes.map(({ notes }) => notes)).toEqual(['one', 'three']);
  expect(write({}).notes).toBe('three');
});

test('a failed save keeps the text, says so, and goes with the next try', async () => {
  const { editor, whenSent, stored } = begin();
  const error = new Error('away');
  whenSent(() => Promise.reject(error));
  editor.change({ summary: 'Rest' });
  await expect(editor.save()).rejects.toBe(error);
  expect(editor.get()).toMatchObject({ save: { status: 'failed', error }, draft: { summary: 'Rest' } });
  whenSent(null);
  await editor.save();
  expect(stored().summary).toBe('Rest');
});

test('an untouched editor follows what is written elsewhere', () => {
  const { editor, write } = begin();
  editor.take(write({ notes: 'From the other tab', revision: 0 }));
  expect(editor.get()).toMatchObject({ draft: { notes: 'From the other tab' }, save: { status: 'saved' } });
});

test('FR-4: what both only added to is merged and saved, no word is lost', async () => {
  const { editor, write, stored } = begin({ notes: 'Asthma.' });
  editor.change({ notes: 'Asthma.\nHay fever.' });
  write({ notes: 'Asthma.\nEczema.', summary: 'Rest', revision: 0 });
  await editor.save();
  expect(stored()).toMatchObject({ notes: 'Asthma.\nEczema.\nHay fever.', summary: 'Rest', revision: 2 });
});

test('FR-4: where both changed the same words, both stand until the doctor decides', async () => {
  const { editor, write, stored, clock } = begin({ notes: 'Asthma, mild.' });
  editor.change({ notes: 'Asthma, severe.' });
  write({ notes: 'No asthma.', revision: 0 });
  await expect(editor.save()).rejects.toThrow();
  expect(editor.get()).toMatchObject({ draft: { notes: 'Asthma, severe.' }, theirs: { notes: 'No asthma.' } });
  clock.advance(10 * PAUSE_MS);
  await settled();
  expect(stored().notes).toBe('No asthma.');

  // Another change elsewhere meanwhile is shown too, and the decision is written on it.
  editor.take(write({ notes: 'No asthma at all.', revision: 1 }));
  expect(editor.get().theirs.notes).toBe('No asthma at all.');
  editor.settle('notes', 'Asthma, severe. (Was: none.)');
  await editor.save();
  expect(stored()).toMatchObject({ notes: 'Asthma, severe. (Was: none.)', revision: 3 });
});

test('an answer that got lost is no conflict: the words are there', async () => {
  const { editor, write, whenSent, stored } = begin();
  whenSent(() => Promise.reject(new Error('lost')));
  editor.change({ notes: 'Rash' });
  await editor.save().catch(() => undefined);
  editor.change({ notes: 'Ras' });
  write({ notes: 'Rash', revision: 0 });
  whenSent(null);
  await editor.save();
  expect(editor.get().theirs).toEqual({});
  expect(stored().notes).toBe('Ras');
});

test('an addendum waits to be told, and is said once', async () => {
  const { editor, clock, stored, writes } = begin({ status: 'completed', notes: 'Asthma.' });
  editor.change({ notes: 'Better.' });
  clock.advance(10 * PAUSE_MS);
  expect(writes).toEqual([]);
  await editor.save();
  expect(stored().notes).toBe('Asthma.\n\nAddendum 2026-11-24: Better.');
  expect(editor.get()).toMatchObject({ draft: { notes: '' }, save: { status: 'saved' } });
});

test('completed elsewhere while something was typed: what is new becomes the addendum', () => {
  const { editor, stored } = begin({ notes: 'Asthma.' });
  editor.change({ notes: 'Asthma. Better.' });
  editor.take({ ...stored(), status: 'completed' });
  expect(editor.get()).toMatchObject({ draft: { notes: 'Better.' }, base: { closed: true } });
});

test('a draft from before a reload meets what was written since', async () => {
  const { editor, write, stored } = begin({ notes: 'Asthma.' });
  write({ summary: 'Rest', revision: 0 });
  editor.take(stored());
  const base = { notes: 'Asthma.', summary: '', revision: 0, closed: false };
  editor.restore({ draft: { notes: 'Asthma.\nHay fever.', summary: '' }, base });
  expect(editor.get().draft).toEqual({ notes: 'Asthma.\nHay fever.', summary: 'Rest' });
  await editor.save();
  expect(stored()).toMatchObject({ notes: 'Asthma.\nHay fever.', summary: 'Rest' });
});
