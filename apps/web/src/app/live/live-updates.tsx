import { useAppointmentsLive } from '../../resources/appointments/live.js';
import { useConsultsLive } from '../../resources/consults/live.js';
import { usePresenceAgain, usePresenceLive } from '../../resources/presence/live.js';
import { useReleaseNotice } from './use-release-notice.js';

/** Hears what the server tells live, each event in one place of the page, and keeps it where pages read it. */
export function LiveUpdates() {
  const noteRelease = useReleaseNotice();
  const askPresenceAgain = usePresenceAgain();
  useAppointmentsLive((changed) => {
    noteRelease(changed);
    askPresenceAgain([changed.doctorId._id, changed.patientId._id]);
  });
  useConsultsLive();
  usePresenceLive();
  return null;
}
