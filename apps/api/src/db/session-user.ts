import type { SessionUser } from '@health-connect/contract/accounts';
import type { AccountRecord } from './accounts.js';

/** An account as whoever acts: what decides what they may, and how they are answered. */
export const sessionUserOf = ({
  _id,
  role,
  name,
  language,
}: Pick<AccountRecord, '_id' | 'role' | 'name' | 'language'>): SessionUser => ({
  id: _id.toString(),
  role,
  name,
  language,
});
