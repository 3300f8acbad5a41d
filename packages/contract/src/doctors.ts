import type { DoctorAccount } from './accounts.js';
import { answers, pages, route } from './route.js';
import { doctorParams, listDoctors, updateDoctorProfile } from './doctor-fields.js';
import type { SpokenLanguage } from './languages.js';
import type { SaveScheduleMeta, WeeklySchedule } from './availability.js';

/** A doctor in public: never an e-mail, phone number or password. */
export interface PublicDoctor {
  _id: string;
  name: string;
  specialization: string;
  experience: number;
  qualification: string;
  about: string;
  avatar: string;
  /** That the doctor speaks with patients. */
  languages: SpokenLanguage[];
  timeZone: string;
  /** Mean of the stored reviews, one decimal; 0 while there are none. */
  rating: number;
  reviewCount: number;
  nextSlotAt: string | null;
}

/** A row of the list: with the next few free times, which book in two taps. */
export interface ListedDoctor extends PublicDoctor {
  nextSlots: { startsAt: string; endsAt: string }[];
}

/** Words of a search that were taken for something else than they say. */
export interface Understood {
  typed: string;
  /** The names of the specialties that they were taken for; none where similar words were looked for. */
  specialties: string[];
}

/** `meta` of `GET /doctors`. */
export interface DoctorListMeta {
  /** How many there are in all; absent where counting would mean looking at every doctor's week. */
  total?: number;
  understood?: Understood[];
}

export interface DoctorProfile extends PublicDoctor {
  schedule: WeeklySchedule;
  minimumNoticeMinutes: number;
  autoConfirm: boolean;
}

export interface SpecializationCount {
  name: string;
  count: number;
}

export interface DaySeries {
  /** The doctor's local date. */
  date: string;
  booked: number;
  completed: number;
}

/** `GET /doctors/dashboard`. */
export interface Dashboard {
  /** Appointments of the doctor's local day that are or were held. */
  todayCount: number;
  todayCompleted: number;
  pendingCount: number;
  weekCount: number;
  weekCompleted: number;
  lastWeekCount: number;
  /** 0 to 1 over the last 90 days, null before the first visit. */
  completionRate: number | null;
  noShowRate: number | null;
  rating: number;
  reviewCount: number;
  /** Monday to Sunday of the doctor's current week. */
  week: DaySeries[];
}

export const searchDoctors = route({
  method: 'get',
  path: '/doctors',
  allow: 'anyone',
  query: listDoctors,
  answer: pages<ListedDoctor, DoctorListMeta>(),
  summary: 'Doctors who take patients, by words, specialty, rating, language or a day on which they are free.',
});

export const countSpecializations = route({
  method: 'get',
  path: '/doctors/specializations',
  allow: 'anyone',
  answer: answers<SpecializationCount[]>(),
  summary: 'The specialties of listed doctors, with how many there are of each.',
});

export const readDoctor = route({
  method: 'get',
  path: '/doctors/:id',
  allow: 'anyone',
  params: doctorParams,
  answer: answers<DoctorProfile>(),
  summary: 'A doctor in public.',
});

export const readDashboard = route({
  method: 'get',
  path: '/doctors/dashboard',
  allow: ['doctor'],
  answer: answers<Dashboard>(),
  summary: 'The figures of the doctor who asks.',
});

export const saveDoctorProfile = route({
  method: 'put',
  path: '/doctors/profile',
  allow: ['doctor'],
  body: updateDoctorProfile,
  answer: answers<DoctorAccount, SaveScheduleMeta>(),
  summary: 'Changes what the doctor tells of themselves; what is left out stays.',
});
