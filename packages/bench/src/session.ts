import type { Role } from '@health-connect/contract/roles';
import { signSession } from '@health-connect/api/lib/tokens';

/** The cookie of someone who signed in, without the cost of signing in. */
export const cookieOf = (id: { toString(): string }, role: Role): string =>
  `token=${signSession({ userId: id.toString(), role, version: 0 })}`;

export const ORIGIN = 'http://localhost:5000';
