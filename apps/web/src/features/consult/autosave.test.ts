import { expect, test } from 'vitest';
import { createFakeClock, settled } from '../../media/testing/fake-clock.js';
import { createAutosave } from './autosave.js';

const PAUSE_MS = 1_200;

function begin() {
  const clock = createFakeClock();
  const saved: string[] = [];
  let answer: () => Promise<void> = async () => {};
  const autosave = createAutosave<string>(async (draft) => {
    saved.push(draft);
    await answer();
  }, clock);
  return { clock, saved, autosave, answers: (next: typeof answer) => (answer = next) };
}

test('saves once after a pause in the typing, the newest text', async () => {
  const { clock, saved, autosave } = begin();
  autosave.change('Ras');
  clock.advance(PAUSE_MS - 1);
  autosave.change('Rash');
  expect(autosave.get()).toEqual({ status: 'unsaved' });
  clock.advance(PAUSE_MS);
  await settled();
  expect(saved).toEqual(['Rash']);
  expect(autosave.get()).toEqual({ status: 'saved', at: clock.now() });
});

test('one save at a time: what is written meanwhile follows', async () => {
  const { saved, autosave, answers } = begin();
  let finish = () => {};
  answers(() => new Promise((resolve) => (finish = resolve)));
  autosave.change('one');
  const first = autosave.flush();
  autosave.change('two');
  autosave.change('three');
  expect(saved).toEqual(['one']);
  answers(async () => {});
  finish();
  await first;
  expect(saved).toEqual(['one', 'three']);
});

test('a failed save keeps the text, says so, and goes with the next try', async () => {
  const { saved, autosave, answers } = begin();
  const error = new Error('away');
  answers(() => Promise.reject(error));
  autosave.change('Rash');
  await expect(autosave.flush()).rejects.toBe(error);
  expect(autosave.get()).toEqual({ status: 'failed', error });

  answers(async () => {});
  await autosave.flush();
  expect(saved).toEqual(['Rash', 'Rash']);
  expect(autosave.get().status).toBe('saved');
});

test('with nothing to save nothing is sent', async () => {
  const { saved, autosave } = begin();
  await autosave.flush();
  expect(saved).toEqual([]);
  expect(autosave.get()).toEqual({ status: 'saved', at: null });
});
