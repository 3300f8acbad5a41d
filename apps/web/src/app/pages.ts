import { type ComponentType, lazy } from 'react';

/** A page whose code is loaded when it is first shown. */
const page = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));

export const DoctorsPage = page(async () => (await import('../features/doctors/doctors-page.js')).DoctorsPage);
export const DoctorPage = page(async () => (await import('../features/doctors/doctor-page.js')).DoctorPage);
export const SignInPage = page(async () => (await import('../features/auth/sign-in/sign-in-page.js')).SignInPage);
export const SignUpPage = page(async () => (await import('../features/auth/sign-up/sign-up-page.js')).SignUpPage);
export const ForgotPasswordPage = page(
  async () => (await import('../features/auth/password/forgot-password-page.js')).ForgotPasswordPage,
);
export const ResetPasswordPage = page(
  async () => (await import('../features/auth/password/reset-password-page.js')).ResetPasswordPage,
);
export const AppointmentsPage = page(
  async () => (await import('../features/appointments/appointments-page.js')).AppointmentsPage,
);
export const TodayPage = page(async () => (await import('../features/today/today-page.js')).TodayPage);
export const AvailabilityPage = page(
  async () => (await import('../features/availability/availability-page.js')).AvailabilityPage,
);
export const DoctorProfilePage = page(
  async () => (await import('../features/profile/doctor/doctor-profile-page.js')).DoctorProfilePage,
);
export const PatientProfilePage = page(
  async () => (await import('../features/profile/patient/patient-profile-page.js')).PatientProfilePage,
);
export const MessagesPage = page(async () => (await import('./messages-page.js')).ComposedMessages);
export const ConsultPage = page(async () => (await import('../features/consults/consult-page.js')).ConsultPage);
export const CallsPage = page(async () => (await import('../features/calls/history/calls-page.js')).CallsPage);
