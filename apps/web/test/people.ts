import type { DoctorAccount, PatientAccount } from '@health-connect/contract/accounts';

export const buildPatient = (over: Partial<PatientAccount> = {}): PatientAccount => ({
  _id: '65f0000000000000000000aa',
  name: 'Camila Ferreira',
  email: 'camila@example.org',
  role: 'patient',
  avatar: '',
  timeZone: 'America/Los_Angeles',
  zoneFromDevice: true,
  hourCycle: '24',
  dateOfBirth: '',
  gender: '',
  allergies: '',
  contactNumber: '',
  bloodGroup: '',
  emergencyContact: [],
  profileCompleted: false,
  ...over,
});

export const buildDoctor = (over: Partial<DoctorAccount> = {}): DoctorAccount => ({
  _id: '65f0000000000000000000bb',
  name: 'Dr. Mereana Te Whatu',
  email: 'mereana@example.org',
  role: 'doctor',
  avatar: '',
  timeZone: 'Pacific/Auckland',
  zoneFromDevice: false,
  hourCycle: '24',
  specialization: 'General practice',
  experience: 17,
  qualification: 'MBChB',
  about: '',
  contactNumber: '',
  verification: 'verified',
  ...over,
});
