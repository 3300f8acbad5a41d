import { useSocketEvent } from './socket-context.js';
import { useAccount } from './session.js';
import { formatDay, formatTime, ownZone } from './time.js';
import { toast } from './toast.js';

const NEWS_MS = 60_000;

/** Tells both, on whichever page they are, that a request was released because the doctor did not answer it. */
export function useReleaseNotice() {
  const { role } = useAccount();
  useSocketEvent('appointment-changed', ({ status, history, startsAt, doctorId, patientId }) => {
    const last = history.at(-1);
    // A later change of the same visit is no news of its release.
    const isNew = last?.command === 'expire' && Date.now() - Date.parse(last.at) < NEWS_MS;
    if (status !== 'cancelled' || !isNew) return;
    const when = `${formatDay(startsAt, ownZone())}, ${formatTime(startsAt, ownZone())}`;
    toast.note(
      role === 'doctor'
        ? `You did not answer the request of ${patientId.name} for ${when} in time. It was released.`
        : `${doctorId.name} did not answer your request for ${when} in time. It was released.`,
    );
  });
}
