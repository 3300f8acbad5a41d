import type { PatientProfile } from '@health-connect/contract/patients';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

/** The medical profile of a patient in care; each look is on record, so it is not asked for again by itself. */
export const patientQuery = (id: string) =>
  queryOptions({
    queryKey: ['patients', 'one', id],
    queryFn: ({ signal }) => http.get<PatientProfile>(`/patients/${id}`, { signal }),
  });
