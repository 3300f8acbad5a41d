import type { Appointment } from '@health-connect/contract/appointments';
import { useAccount } from '../../lib/session.js';
import { formatDay, formatTime, ownZone } from '../../lib/time.js';
import { toast } from '../../lib/toast.js';

const NEWS_MS = 60_000;

/** Tells both, on whichever page they are, that a request was released because the doctor did not answer it. */
export function useReleaseNotice() {
  const { role } = useAccount();
  return ({ status, history, startsAt, doctorId, patientId }: Appointment) => {
    const last = history.at(-1);
    // A later change of the same appointment is no news of its release.
    const isNew = last?.command === 'expire' && Date.now() - Date.parse(last.at) < NEWS_MS;
    if (status !== 'cancelled' || !isNew) return;
    const when = `${formatDay(startsAt, ownZone())}, ${formatTime(startsAt, ownZone())}`;
    toast.note(
      role === 'doctor'
        ? `You did not answer the request of ${patientId.name} for ${when} in time. It was released.`
        : `${doctorId.name} did not answer your request for ${when} in time. It was released.`,
    );
  };
}
