import { useAppointmentsLive } from '../../resources/appointments/live.js';
import { useConsultsLive } from '../../resources/consults/live.js';
import { usePresenceLive } from '../../resources/presence/live.js';
import { useReleaseNotice } from './use-release-notice.js';

/** Hears what the server tells live, each event in one place of the page, and keeps it where pages read it. */
export function LiveUpdates() {
  useAppointmentsLive(useReleaseNotice());
  useConsultsLive();
  usePresenceLive();
  return null;
}
