import type { Register } from '@health-connect/contract/accounts';
import { ownZone } from '../../../lib/time.js';
import { languageOfPage } from '../../../resources/account/language.js';

/** What the fields hold: text, also where the server wants a number. */
export interface SignUpForm {
  role: 'patient' | 'doctor';
  name: string;
  email: string;
  password: string;
  timeZone: string;
  specialization: string;
  experience: string;
  qualification: string;
  about: string;
  contactNumber: string;
}

export const emptySignUp = (role: SignUpForm['role']): SignUpForm => ({
  role,
  name: '',
  email: '',
  password: '',
  timeZone: ownZone(),
  specialization: '',
  experience: '',
  qualification: '',
  about: '',
  contactNumber: '',
});

/** What the server is asked for: a patient sends nothing of a doctor's fields, also when they were filled before. */
export function toRegister({ role, name, email, password, timeZone, ...doctor }: SignUpForm): Register {
  const common = { role, name, email, password, timeZone, language: languageOfPage() };
  if (role === 'patient') return common;
  return {
    ...common,
    specialization: doctor.specialization,
    qualification: doctor.qualification,
    experience: Number(doctor.experience),
    ...(doctor.about.trim() && { about: doctor.about }),
    ...(doctor.contactNumber.trim() && { contactNumber: doctor.contactNumber }),
  };
}
