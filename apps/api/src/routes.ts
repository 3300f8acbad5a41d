import { appointmentRoutes } from './features/appointments/routes.js';
import { presentAppointments } from './features/appointments/service.js';
import { authRoutes } from './features/auth/routes.js';
import { availabilityRoutes } from './features/availability/routes.js';
import { callRoutes } from './features/calls/routes.js';
import { doctorRoutes } from './features/doctors/routes.js';
import { healthRoutes } from './features/health/routes.js';
import { messageRoutes } from './features/messages/routes.js';
import { patientRoutes } from './features/patients/routes.js';
import { referenceRoutes } from './features/reference/routes.js';
import { reviewRoutes } from './features/reviews/routes.js';
import { reviewAppointment } from './features/reviews/service.js';
import { rtcRoutes } from './features/rtc/routes.js';
import { uploadRoutes } from './features/uploads/routes.js';
import type { Served } from './http/serve.js';

/** What answers each declared route. */
export const served: readonly Served[] = [
  ...healthRoutes,
  ...authRoutes,
  ...availabilityRoutes({ presentAppointments }),
  ...doctorRoutes({ presentAppointments }),
  ...reviewRoutes,
  ...patientRoutes,
  ...appointmentRoutes({ review: reviewAppointment }),
  ...messageRoutes,
  ...callRoutes,
  ...rtcRoutes,
  ...uploadRoutes,
  ...referenceRoutes,
];
