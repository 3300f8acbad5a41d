import { Router } from 'express';
import { authRoutes } from './features/auth/routes.js';
import { callRoutes } from './features/calls/routes.js';
import { appointmentRoutes } from './features/appointments/routes.js';
import { presentAppointments } from './features/appointments/service.js';
import { availabilityRoutes } from './features/availability/routes.js';
import { doctorRoutes } from './features/doctors/routes.js';
import { healthRoutes } from './features/health/routes.js';
import { messageRoutes } from './features/messages/routes.js';
import { patientRoutes } from './features/patients/routes.js';
import { reviewRoutes } from './features/reviews/routes.js';
import { reviewAppointment } from './features/reviews/service.js';
import { rtcRoutes } from './features/rtc/routes.js';
import { uploadRoutes } from './features/uploads/routes.js';

/** Where each feature answers, below /api. */
export const MOUNTS: readonly (readonly [path: string, routes: Router])[] = [
  ['/', healthRoutes],
  ['/auth', authRoutes],
  // The paths of a doctor's own work come before `/doctors/:id`.
  ['/doctors', availabilityRoutes({ presentAppointments })],
  ['/doctors', doctorRoutes({ presentAppointments })],
  ['/doctors', reviewRoutes],
  ['/patients', patientRoutes],
  ['/appointments', appointmentRoutes({ review: reviewAppointment })],
  ['/message', messageRoutes],
  ['/calls', callRoutes],
  ['/rtc', rtcRoutes],
  ['/uploads', uploadRoutes],
];

export function apiRoutes(): Router {
  const routes = Router();
  for (const [path, feature] of MOUNTS) routes.use(path, feature);
  return routes;
}
