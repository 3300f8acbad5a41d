import type { DoctorProfile, ListedDoctor } from '@health-connect/contract/doctors';
import { buildDoctor } from './people.js';

const { _id, name, specialization, experience, qualification, about, avatar, languages, timeZone } = buildDoctor();
const PUBLIC = { _id, name, specialization, experience, qualification, about, avatar, languages, timeZone };

/** The doctor of people.ts as everyone sees them. */
export const buildProfile = (over: Partial<DoctorProfile> = {}): DoctorProfile => ({
  ...PUBLIC,
  rating: 4.9,
  reviewCount: 312,
  nextSlotAt: null,
  schedule: [],
  minimumNoticeMinutes: 60,
  autoConfirm: false,
  ...over,
});

export const buildListed = (over: Partial<ListedDoctor> = {}): ListedDoctor => ({
  ...PUBLIC,
  rating: 4.9,
  reviewCount: 312,
  nextSlotAt: null,
  nextSlots: [],
  ...over,
});
