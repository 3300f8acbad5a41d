import type { DoctorAccount } from '@health-connect/contract/accounts';
import type { DoctorProfile, UpdateDoctorProfile } from '@health-connect/contract/doctors';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

export const saveDoctorProfile = (body: UpdateDoctorProfile) => http.put<DoctorAccount>('/doctors/profile', body);

/** What patients see, for the rating that the account does not carry. */
export const publicProfileQuery = (doctorId: string) =>
  queryOptions({
    queryKey: ['profile', 'public', doctorId],
    queryFn: ({ signal }) => http.get<DoctorProfile>(`/doctors/${doctorId}`, { signal }),
  });
