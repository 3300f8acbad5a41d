import { expect, test } from 'vitest';
import { register, REQUIRED_OF_DOCTORS } from './accounts.js';
import { ROLES } from './roles.js';
import { doctorChange, patientChange } from './appointments.js';
import { DEFAULT_RULES, saveSchedule, WEEKDAYS } from './availability.js';
import { DEMO_ACCOUNTS } from './demo.js';
import { updateDoctorProfile } from './doctor-fields.js';
import { ERROR_STATUS } from './errors.js';
import type { Fields } from './fields.js';
import { PROFILE_PARTS, updatePatientProfile } from './patients.js';
import { ACTIVE_STATUSES, APPOINTMENT_STATUSES, CARE_STATUSES } from './status.js';

const ruleRange = (name: keyof typeof DEFAULT_RULES) => {
  const rule = (saveSchedule.rules.inner as Fields)[name]!.isInt;
  return (rule as { options: { min: number; max: number } } | undefined)?.options;
};

test('every failure travels with a status of HTTP for failures, and has a name in small letters', () => {
  for (const [code, status] of Object.entries(ERROR_STATUS)) {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(status, code).toBeGreaterThanOrEqual(400);
    expect(status, code).toBeLessThan(600);
  }
});

test('what a new doctor must say is asked for at registration, and may be left out by a patient', () => {
  for (const name of REQUIRED_OF_DOCTORS) expect(register[name], name).toMatchObject({ optional: true });
});

test('the rules of a new doctor are ones that they could have chosen', () => {
  for (const [name, value] of Object.entries(DEFAULT_RULES)) {
    const range = ruleRange(name as keyof typeof DEFAULT_RULES);
    if (!range) expect(value).toBeTypeOf('boolean');
    else expect(range.min <= Number(value) && Number(value) <= range.max, name).toBe(true);
  }
  expect(Object.keys(saveSchedule.rules.inner as Fields)).toEqual(Object.keys(DEFAULT_RULES));
});

test('what holds its time, and what founds a care relationship, are statuses; the first are among the second', () => {
  expect(APPOINTMENT_STATUSES).toEqual(expect.arrayContaining([...CARE_STATUSES]));
  expect(CARE_STATUSES).toEqual(expect.arrayContaining([...ACTIVE_STATUSES]));
  expect(CARE_STATUSES).not.toContain('cancelled');
});

test('a profile is complete by fields that its owner may fill', () => {
  expect(Object.keys(updatePatientProfile)).toEqual(expect.arrayContaining(Object.keys(PROFILE_PARTS)));
});

test('nobody sends their role, address, verification or notes through a profile or the other side of a visit', () => {
  for (const fields of [updateDoctorProfile, updatePatientProfile]) {
    for (const name of ['role', 'email', 'password', 'verification', 'version', 'rating'])
      expect(Object.keys(fields)).not.toContain(name);
  }
  expect(Object.keys(patientChange)).not.toEqual(expect.arrayContaining(['notes']));
  expect(Object.keys(doctorChange)).not.toEqual(expect.arrayContaining(['rating']));
});

test('the demo has one of each kind, and a week seven days', () => {
  expect(DEMO_ACCOUNTS.map(({ role }) => role).sort()).toEqual(['doctor', 'patient']);
  expect(DEMO_ACCOUNTS.every(({ role }) => ROLES.includes(role))).toBe(true);
  expect(new Set(WEEKDAYS).size).toBe(7);
});
