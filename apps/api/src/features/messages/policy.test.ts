import { describe, expect, test } from 'vitest';
import { canWrite, type Correspondent, type Ties } from './policy.js';

const patient: Correspondent = { role: 'patient', suspendedAt: null };
const doctor: Correspondent = { role: 'doctor', suspendedAt: null, verification: 'verified' };
const none: Ties = { patientWrote: false, hasCare: false };
const wrote: Ties = { patientWrote: true, hasCare: false };
const cared: Ties = { patientWrote: false, hasCare: true };
const both: Ties = { patientWrote: true, hasCare: true };

describe('CH-2: who may write to whom', () => {
  test.each([
    ['a patient to a verified doctor', 'patient', doctor, none, true],
    ['a patient to a doctor who is not verified yet', 'patient', { ...doctor, verification: 'pending' }, both, false],
    ['a patient to a suspended doctor', 'patient', { ...doctor, suspendedAt: new Date(0) }, both, false],
    ['a patient to a patient', 'patient', patient, both, false],
    ['a doctor to a patient who is a stranger', 'doctor', patient, none, false],
    ['a doctor to a patient who wrote', 'doctor', patient, wrote, true],
    ['a doctor to a patient in their care', 'doctor', patient, cared, true],
    ['a doctor to a suspended patient', 'doctor', { ...patient, suspendedAt: new Date(0) }, both, false],
    ['a doctor to a doctor', 'doctor', doctor, both, false],
    ['an admin to a patient', 'admin', patient, both, false],
    ['a pharmacist to a doctor', 'pharmacist', doctor, both, false],
  ] as const)('%s', (_, role, other, ties, allowed) => {
    expect(canWrite({ role }, other, ties)).toBe(allowed);
  });
});
