import type { DoctorProfile, ListedDoctor, PublicDoctor } from '@health-connect/contract/doctors';
import { type DoctorRecord, NO_SLOT } from '../../db/accounts.js';

/** What of a doctor is public, as a projection: what is not read cannot leak. */
export const PUBLIC_FIELDS = {
  name: 1,
  specialization: 1,
  experience: 1,
  qualification: 1,
  about: 1,
  avatar: 1,
  languages: 1,
  timeZone: 1,
  rating: 1,
  ratingCount: 1,
  nextSlots: 1,
  nextSlotAt: 1,
  nextSlotsStaleAt: 1,
} as const;

export type PublicRecord = Pick<DoctorRecord, '_id' | keyof typeof PUBLIC_FIELDS>;

function presentDoctor(doctor: PublicRecord): PublicDoctor {
  const { name, specialization, experience, qualification, about, avatar, languages, timeZone, rating } = doctor;
  return {
    _id: doctor._id.toString(),
    name,
    specialization,
    experience,
    qualification,
    about,
    avatar,
    languages,
    timeZone,
    rating,
    reviewCount: doctor.ratingCount,
    nextSlotAt: doctor.nextSlotAt < NO_SLOT ? doctor.nextSlotAt.toISOString() : null,
  };
}

export const presentListed = (doctor: PublicRecord): ListedDoctor => ({
  ...presentDoctor(doctor),
  nextSlots: doctor.nextSlots.map(({ startsAt, endsAt }) => ({
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  })),
});

export const presentProfile = (doctor: PublicRecord & Pick<DoctorRecord, 'schedule' | 'rules'>): DoctorProfile => ({
  ...presentDoctor(doctor),
  schedule: doctor.schedule,
  minimumNoticeMinutes: doctor.rules.minimumNoticeMinutes,
  autoConfirm: doctor.rules.autoConfirm,
});
