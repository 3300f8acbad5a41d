import { beforeEach, expect, test, vi } from 'vitest';
import { buildAppointment } from '../../../test/appointments.js';
import { ApiError, networkError } from '../../lib/api-error.js';
import { closeRecord } from './close-record.js';
import { RecordEditor } from './record-editor.js';

const [onClose, onStay] = [vi.fn(), vi.fn()];
beforeEach(() => void [onClose, onStay].forEach((told) => told.mockReset()));

async function closing(failure: Error | null) {
  const appointment = buildAppointment('2026-11-24T18:00:00Z');
  const editor = new RecordEditor(appointment, () =>
    failure ? Promise.reject(failure) : Promise.resolve({ ...appointment, notes: 'Dry skin.', revision: 1 }),
  );
  editor.change({ notes: 'Dry skin.' });
  await closeRecord(editor, onClose, onStay);
  editor.discard();
}

test('what is saved is closed', async () => {
  await closing(null);
  expect([onClose, onStay].map((told) => told.mock.calls.length)).toEqual([1, 0]);
});

test('FR-7: a server that is away is no wall: it closes, and the words stay a draft', async () => {
  await closing(networkError());
  expect([onClose, onStay].map((told) => told.mock.calls.length)).toEqual([1, 0]);
});

test('a refusal is for the person to decide: it stays', async () => {
  await closing(new ApiError({ code: 'validation_failed' }));
  expect([onClose, onStay].map((told) => told.mock.calls.length)).toEqual([0, 1]);
});
