import { readPatient } from '@health-connect/contract/patients';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/call.js';

/** The medical profile of a patient in care; each look is on record, so it is not asked for again by itself. */
export const patientQuery = (id: string) =>
  queryOptions({
    queryKey: ['patients', 'one', id],
    queryFn: ({ signal }) => call(readPatient, { params: { id }, signal }),
  });
