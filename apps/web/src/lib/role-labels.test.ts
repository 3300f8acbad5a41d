import { expect, test } from 'vitest';
import { otherRole, roleLabel } from './role-labels.js';

test('a role is said whatever somebody is called, a doctor with their field', () => {
  expect(roleLabel({ role: 'patient' })).toBe('Patient');
  expect(roleLabel({ role: 'doctor', specialization: 'Cardiology' })).toBe('Doctor, Cardiology');
  expect(roleLabel({ role: 'guest' })).toBe('Guest');
});

test('doctors meet patients, patients meet doctors', () => {
  expect(otherRole('doctor')).toBe('patient');
  expect(otherRole('patient')).toBe('doctor');
});
