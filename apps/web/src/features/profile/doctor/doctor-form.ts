import type { DoctorAccount } from '@health-connect/contract/accounts';
import type { UpdateDoctorProfile } from '@health-connect/contract/doctor-fields';
import type { SpokenLanguage } from '@health-connect/contract/languages';
import { plural } from '@lingui/core/macro';

/** What the fields hold: text, also where the server wants a number. */
export interface DoctorForm {
  name: string;
  specialization: string;
  experience: string;
  qualification: string;
  about: string;
  contactNumber: string;
  languages: SpokenLanguage[];
  timeZone: string;
}

export const doctorForm = (account: DoctorAccount): DoctorForm => ({
  name: account.name,
  specialization: account.specialization,
  experience: String(account.experience),
  qualification: account.qualification,
  about: account.about,
  contactNumber: account.contactNumber,
  languages: account.languages,
  timeZone: account.timeZone,
});

export const toDoctorProfile = ({ experience, ...texts }: DoctorForm): UpdateDoctorProfile => ({
  ...texts,
  experience: Number(experience),
});

/** `14 years of practice`. */
export function yearsLabel(typed: string | number): string {
  const years = Number(typed) || 0;
  return plural(years, { one: '# year of practice', other: '# years of practice' });
}
