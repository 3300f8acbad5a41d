import type { Weekday } from '@health-connect/contract/availability';
import type { SpokenLanguage } from '@health-connect/contract/languages';
import type { Look } from './portrait.js';

interface WorkingHours {
  days: Weekday[];
  ranges: { startTime: string; endTime: string }[];
  visitMinutes: number;
}

export interface DemoDoctor {
  email: string;
  name: string;
  specialization: string;
  experience: number;
  qualification: string;
  about: string;
  contactNumber: string;
  languages: SpokenLanguage[];
  timeZone: string;
  hours: WorkingHours[];
  rules?: { autoConfirm?: boolean; bufferAfterMinutes?: number; minimumNoticeMinutes?: number };
  /** Ratings of past appointments, newest last. */
  reviews: { rating: number; comment: string }[];
  look: Look;
}

const WORKDAYS: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const morningAndAfternoon = [
  { startTime: '09:00', endTime: '12:00' },
  { startTime: '13:00', endTime: '17:00' },
];

export const DEMO_DOCTORS: DemoDoctor[] = [
  {
    email: 'mereana@demo.health',
    name: 'Dr. Mereana Te Whatu-Harrington',
    specialization: 'General practice',
    experience: 17,
    qualification: 'MBChB, University of Otago; FRNZCGP',
    about:
      'Kia ora. I look after families, long conditions and the things people put off asking about. I like a visit that ends with a plan you can keep.',
    contactNumber: '+64 9 555 0101',
    languages: ['en', 'mi', 'nzs'],
    timeZone: 'Pacific/Auckland',
    hours: [{ days: WORKDAYS, ranges: morningAndAfternoon, visitMinutes: 30 }],
    reviews: [
      { rating: 5, comment: 'Listened first, then explained the plan so that I could repeat it at home.' },
      { rating: 5, comment: 'On time, kind, and clear about what to watch for.' },
      { rating: 4, comment: 'Helpful visit. A little short for all my questions.' },
    ],
    look: { skin: '#c68e68', hair: '#2a1d18', style: 'long', shirt: '#2f6f73', backdrop: '#39513f' },
  },
  {
    email: 'kenji@demo.health',
    name: 'Dr. Kenji Watanabe-Sørensen',
    specialization: 'Dermatology',
    experience: 11,
    qualification: 'MD, University of Tokyo; board-certified dermatologist',
    about: 'Skin is easy to show on a camera and easy to misjudge in a hurry. Daylight and a steady hand help us both.',
    contactNumber: '+81 3 5550 0102',
    languages: ['ja', 'en', 'da'],
    timeZone: 'Asia/Tokyo',
    hours: [
      {
        days: ['monday', 'wednesday', 'friday', 'saturday'],
        ranges: [{ startTime: '10:00', endTime: '16:00' }],
        visitMinutes: 20,
      },
    ],
    reviews: [
      { rating: 5, comment: 'Named the rash in two minutes and told me what not to buy.' },
      { rating: 4, comment: 'Very precise.' },
    ],
    look: { skin: '#e2b28c', hair: '#17151a', style: 'short', shirt: '#3b4d78', backdrop: '#2d3d57' },
  },
  {
    email: 'priya@demo.health',
    name: 'Dr. Priya Venkataraghavan Subramaniam',
    specialization: 'Paediatrics',
    experience: 22,
    qualification: 'MBBS, MD Paediatrics, CMC Vellore',
    about:
      'For fevers at night, feeding, growing and worrying. Parents know their child best; I add what I have learned.',
    contactNumber: '+91 80 5555 0103',
    languages: ['en', 'ta', 'te', 'hi'],
    timeZone: 'Asia/Kolkata',
    hours: [{ days: [...WORKDAYS, 'saturday'], ranges: morningAndAfternoon, visitMinutes: 30 }],
    rules: { autoConfirm: true },
    reviews: [
      { rating: 5, comment: 'She calmed both of us down, me more than the baby.' },
      { rating: 5, comment: 'Clear advice and a follow-up message the next day.' },
    ],
    look: { skin: '#a86f4c', hair: '#1d1412', style: 'bun', shirt: '#8a3b5a', backdrop: '#4a3350' },
  },
  {
    email: 'oluwaseun@demo.health',
    name: 'Dr. Oluwaseun Adébáyọ̀',
    specialization: 'Cardiology',
    experience: 14,
    qualification: 'MD, Baylor College of Medicine; FACC',
    about: 'Blood pressure, rhythm, and living well after a scare. Bring your readings; we look at them together.',
    contactNumber: '+1 713 555 0104',
    languages: ['en', 'yo', 'es'],
    timeZone: 'America/Chicago',
    hours: [
      {
        days: WORKDAYS,
        ranges: [
          { startTime: '08:00', endTime: '12:00' },
          { startTime: '13:30', endTime: '16:30' },
        ],
        visitMinutes: 45,
      },
    ],
    rules: { bufferAfterMinutes: 5 },
    reviews: [{ rating: 5, comment: 'First time somebody drew my heart for me.' }],
    look: { skin: '#5f3b28', hair: '#120e0d', style: 'cropped', shirt: '#c7b27a', backdrop: '#54401f' },
  },
  {
    email: 'anh@demo.health',
    name: 'Dr. Trần Ngọc Ánh',
    specialization: 'Women’s health',
    experience: 6,
    qualification: 'MD, UCLA; residency in obstetrics and gynaecology',
    about: 'Plain talk about cycles, contraception, pregnancy and what comes after. Nothing is too small to ask.',
    contactNumber: '+1 310 555 0105',
    languages: ['en', 'vi', 'es'],
    timeZone: 'America/Los_Angeles',
    hours: [{ days: ['tuesday', 'wednesday', 'thursday', 'friday'], ranges: morningAndAfternoon, visitMinutes: 20 }],
    rules: { minimumNoticeMinutes: 0 },
    reviews: [],
    look: { skin: '#e3b48f', hair: '#1b1617', style: 'bob', shirt: '#6b4fa0', backdrop: '#5b2f33' },
  },
  {
    email: 'jose@demo.health',
    name: 'Dr. José Luis Hernández Gutiérrez',
    specialization: 'Psychiatry',
    experience: 19,
    qualification: 'MD, UNAM; specialist in psychiatry',
    about: 'Sleep, worry, low days and big changes. We go at your pace, by video or in writing.',
    contactNumber: '+52 55 5555 0106',
    languages: ['es', 'en'],
    timeZone: 'America/Mexico_City',
    hours: [
      {
        days: WORKDAYS,
        ranges: [
          { startTime: '11:00', endTime: '14:00' },
          { startTime: '16:00', endTime: '20:00' },
        ],
        visitMinutes: 60,
      },
    ],
    reviews: [
      { rating: 5, comment: 'I felt taken seriously.' },
      { rating: 4, comment: 'Warm and structured.' },
    ],
    look: { skin: '#c99570', hair: '#4a4542', style: 'short', shirt: '#38503b', backdrop: '#1f4a4d', beard: true },
  },
  {
    email: 'amara@demo.health',
    name: 'Dr. Amara Nwosu-Lindqvist',
    specialization: 'Endocrinology',
    experience: 9,
    qualification: 'MBBS, King’s College London; MRCP',
    about: 'Diabetes, thyroid and the numbers in between. I turn laboratory reports into decisions.',
    contactNumber: '+44 20 5550 0107',
    languages: ['en', 'ig', 'sv'],
    timeZone: 'Europe/London',
    hours: [{ days: WORKDAYS, ranges: morningAndAfternoon, visitMinutes: 30 }],
    reviews: [{ rating: 4, comment: 'She went through every value with me.' }],
    look: { skin: '#7a4a31', hair: '#1a1210', style: 'curly', shirt: '#b35c3a', backdrop: '#463a2c' },
  },
  {
    email: 'soren@demo.health',
    name: 'Dr. Søren Maximilian von Hohenstein',
    specialization: 'General practice',
    experience: 28,
    qualification: 'Dr. med., Heidelberg; general practitioner',
    about: 'A family doctor for coughs, backs, vaccinations and second opinions. Short answers, honest ones.',
    contactNumber: '+44 20 5550 0108',
    languages: ['de', 'en', 'da', 'fr'],
    timeZone: 'Europe/London',
    hours: [
      { days: ['monday', 'tuesday', 'thursday'], ranges: [{ startTime: '08:00', endTime: '13:00' }], visitMinutes: 15 },
    ],
    reviews: [{ rating: 5, comment: 'Quick and to the point.' }],
    look: { skin: '#f0c8a8', hair: '#b9b2a8', style: 'cropped', shirt: '#44505c', backdrop: '#33405a', beard: true },
  },
];

export interface DemoPatient {
  email: string;
  name: string;
  /** Of the page and of mails; empty: as the browser says. */
  language: string;
  timeZone: string;
  dateOfBirth: string;
  gender: string;
  bloodGroup: string;
  allergies: string;
  contactNumber: string;
  emergencyContact: { name: string; relationship: string; phone: string }[];
  look: Look;
}

export const DEMO_PATIENTS: DemoPatient[] = [
  {
    email: 'camila@demo.health',
    name: 'Camila Ferreira dos Santos',
    language: '',
    timeZone: 'America/Los_Angeles',
    dateOfBirth: '1992-03-14',
    gender: 'Female',
    bloodGroup: 'O+',
    allergies: 'Penicillin (rash, 2019)',
    contactNumber: '+1 213 555 0111',
    emergencyContact: [{ name: 'Rui Ferreira', relationship: 'Brother', phone: '+1 213 555 0112' }],
    look: { skin: '#cf9a73', hair: '#3a231b', style: 'curly', shirt: '#9c4f3c', backdrop: '#5a3330' },
  },
  {
    email: 'tomas@demo.health',
    name: 'Tomás Ó Súilleabháin',
    language: 'en',
    timeZone: 'Europe/Dublin',
    dateOfBirth: '1967-11-02',
    gender: 'Male',
    bloodGroup: 'A-',
    allergies: 'None known',
    contactNumber: '+353 1 555 0113',
    emergencyContact: [{ name: 'Niamh Ní Shúilleabháin', relationship: 'Wife', phone: '+353 1 555 0114' }],
    look: { skin: '#f1cdb0', hair: '#8b4a2b', style: 'short', shirt: '#3f5f46', backdrop: '#2f3f52', beard: true },
  },
  {
    email: 'aroha@demo.health',
    name: 'Aroha Ngata-Paewai',
    language: '',
    timeZone: 'Pacific/Auckland',
    dateOfBirth: '',
    gender: '',
    bloodGroup: '',
    allergies: '',
    contactNumber: '',
    emergencyContact: [],
    look: { skin: '#b07a55', hair: '#241813', style: 'long', shirt: '#56618f', backdrop: '#4b4029' },
  },
];
