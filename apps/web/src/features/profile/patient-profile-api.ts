import type { PatientAccount } from '@health-connect/contract/accounts';
import type { UpdatePatientProfile } from '@health-connect/contract/patients';
import { http } from '../../lib/http.js';

export const savePatientProfile = (body: UpdatePatientProfile) => http.put<PatientAccount>('/patients/profile', body);
