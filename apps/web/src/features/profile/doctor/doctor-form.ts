import type { DoctorAccount } from '@health-connect/contract/accounts';
import type { UpdateDoctorProfile } from '@health-connect/contract/doctor-fields';
import type { SpokenLanguage } from '@health-connect/contract/languages';

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
export const yearsLabel = (years: string | number) =>
  Number(years) === 1 ? '1 year of practice' : `${Number(years) || 0} years of practice`;
