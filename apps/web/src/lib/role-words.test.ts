import { expect, test } from 'vitest';
import { otherRole, roleWords } from './role-words.js';

test('a role is said whatever somebody is called, a doctor with their field', () => {
  expect(roleWords({ role: 'patient' })).toBe('Patient');
  expect(roleWords({ role: 'doctor', specialization: 'Cardiology' })).toBe('Doctor, Cardiology');
  expect(roleWords({ role: 'guest' })).toBe('Guest');
});

test('doctors meet patients, patients meet doctors', () => {
  expect(otherRole('doctor')).toBe('patient');
  expect(otherRole('patient')).toBe('doctor');
});
