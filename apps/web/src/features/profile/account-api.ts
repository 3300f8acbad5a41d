import type { Account, ChangePassword } from '@health-connect/contract/accounts';
import { http } from '../../lib/http.js';

/** Ends every other session; the answer carries the new one of this browser. */
export const changePassword = (body: ChangePassword) => http.post<Account>('/auth/password', body);

export const signOutEverywhere = () => http.post('/auth/logout-everywhere');

export const saveHourCycle = ({ role }: Account, hourCycle: Account['hourCycle']) =>
  http.put<Account>(role === 'doctor' ? '/doctors/profile' : '/patients/profile', { hourCycle });
