import { type ComponentType, lazy } from 'react';
import { withWords } from '../lib/language/language.js';

/** A page whose code is loaded when it is first shown. */
const page = (features: string, load: () => Promise<ComponentType>) =>
  lazy(async () => ({ default: await withWords(features.split(' ').filter(Boolean), load) }));

export const DoctorsPage = page(
  'doctors',
  async () => (await import('../features/doctors/doctors-page.js')).DoctorsPage,
);
export const DoctorPage = page('doctors', async () => (await import('../features/doctors/doctor-page.js')).DoctorPage);
export const SignInPage = page(
  'auth',
  async () => (await import('../features/auth/sign-in/sign-in-page.js')).SignInPage,
);
export const SignUpPage = page(
  'auth',
  async () => (await import('../features/auth/sign-up/sign-up-page.js')).SignUpPage,
);
export const ForgotPasswordPage = page(
  'auth',
  async () => (await import('../features/auth/password/forgot-password-page.js')).ForgotPasswordPage,
);
export const ResetPasswordPage = page(
  'auth',
  async () => (await import('../features/auth/password/reset-password-page.js')).ResetPasswordPage,
);
export const AppointmentsPage = page(
  'appointments',
  async () => (await import('../features/appointments/appointments-page.js')).AppointmentsPage,
);
export const TodayPage = page('today', async () => (await import('../features/today/today-page.js')).TodayPage);
export const AvailabilityPage = page(
  'availability refusals',
  async () => (await import('../features/availability/availability-page.js')).AvailabilityPage,
);
export const DoctorProfilePage = page(
  'profile',
  async () => (await import('../features/profile/doctor/doctor-profile-page.js')).DoctorProfilePage,
);
export const PatientProfilePage = page(
  'profile',
  async () => (await import('../features/profile/patient/patient-profile-page.js')).PatientProfilePage,
);
export const MessagesPage = page('messages calls', async () => (await import('./messages-page.js')).ComposedMessages);
export const ConsultPage = page(
  'consults',
  async () => (await import('../features/consults/consult-page.js')).ConsultPage,
);
export const CallsPage = page('calls', async () => (await import('../features/calls/history/calls-page.js')).CallsPage);
export const NotFoundPage = page('', async () => (await import('./not-found-page.js')).NotFoundPage);
