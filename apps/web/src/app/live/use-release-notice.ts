import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { useRef } from 'react';
import { useAccount } from '../../lib/session.js';
import { formatWhen, ownZone } from '../../lib/time.js';
import { toast } from '../../lib/toast.js';

/** What could not be told at once is tried again for some minutes; after an hour it is no news. */
const NEWS_MS = 60 * 60_000;
/** Each is remembered for longer than it is news, by far. */
const MOST_REMEMBERED = 200;

/**
 * Tells both, on whichever page they are, that a request was released because the doctor did not answer it: once,
 * although the server tells each change at least once (decision 035).
 */
export function useReleaseNotice() {
  const { role } = useAccount();
  const told = useRef(new Set<string>());
  return ({ _id, status, history, startsAt, doctorId, patientId }: Appointment) => {
    const last = history.at(-1);
    // A later change of the same appointment is no news of its release.
    const isNew = last?.command === 'expire' && Date.now() - Date.parse(last.at) < NEWS_MS;
    if (status !== 'cancelled' || !isNew || !remember(told.current, `${_id} ${history.length}`)) return;
    const { name } = role === 'doctor' ? patientId : doctorId;
    toast.note(() => {
      const when = formatWhen(startsAt, ownZone());
      return role === 'doctor'
        ? t`You did not answer the request of ${name} for ${when} in time. It was released.`
        : t`${name} did not answer your request for ${when} in time. It was released.`;
    });
  };
}

/** Whether it was not among them before; now it is, and the oldest make room. */
function remember(known: Set<string>, key: string): boolean {
  if (known.has(key)) return false;
  known.add(key);
  for (const oldest of [...known].slice(0, -MOST_REMEMBERED)) known.delete(oldest);
  return true;
}
