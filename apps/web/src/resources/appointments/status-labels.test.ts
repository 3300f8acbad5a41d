import { expect, test } from 'vitest';
import { STATUS_LABELS } from './status-labels.js';

test('one state reads differently from each side', () => {
  const { pending, no_show } = STATUS_LABELS;
  expect([pending.patient.label, pending.doctor.label]).toEqual(['Waiting for the doctor', 'Your answer']);
  expect([no_show.patient.label, no_show.doctor.label]).toEqual(['Missed', 'Did not come']);
});
