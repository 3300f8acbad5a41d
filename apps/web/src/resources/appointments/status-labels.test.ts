import { expect, test } from 'vitest';
import { STATUS_LABELS } from './status-labels.js';

test('each state reads differently from each side, and shorter on the day of the doctor', () => {
  const labels = Object.entries(STATUS_LABELS).map(([status, { patient, doctor, day }]) => [
    status,
    patient.label,
    doctor.label,
    day.label,
  ]);
  expect(labels).toEqual([
    ['pending', 'Waiting for the doctor', 'Your answer', 'Your answer'],
    ['scheduled', 'Confirmed', 'Confirmed', 'Confirmed'],
    ['rescheduled', 'New time proposed', 'Proposed, no answer yet', 'New time proposed'],
    ['completed', 'Completed', 'Completed', 'Done'],
    ['cancelled', 'Cancelled', 'Cancelled', 'Cancelled'],
    ['no_show', 'Missed', 'Did not come', 'Missed'],
  ]);
});

test('its colour says what waits and what is well; what was missed stands out in a list, not on the day', () => {
  const tones = Object.entries(STATUS_LABELS).map(([status, { patient, doctor, day }]) => [
    status,
    patient.tone,
    doctor.tone,
    day.tone,
  ]);
  expect(tones).toEqual([
    ['pending', 'wait', 'wait', 'wait'],
    ['scheduled', 'ok', 'ok', 'ok'],
    ['rescheduled', 'wait', 'wait', 'wait'],
    ['completed', 'neutral', 'neutral', 'neutral'],
    ['cancelled', 'neutral', 'neutral', 'neutral'],
    ['no_show', 'bad', 'bad', 'neutral'],
  ]);
});
