import { startSweepingOutboxes } from './db/outbox.js';
import { startSweep } from './features/appointments/service.js';
import { startCalls } from './features/calls/service.js';
import { startConsults } from './features/consults/service.js';
import { startUploads } from './features/uploads/service.js';
import { startListening } from './lib/events.js';
import { listeners } from './listeners.js';

/** What the clinic does by itself, as time passes and after what happens. */
export function startJobs() {
  const stopListening = startListening(listeners);
  const sweeps = [startSweepingOutboxes(), startSweep(), startCalls(), startConsults(), startUploads()];
  return {
    stopSweeps() {
      for (const stop of sweeps) stop();
    },
    /** Once nothing changes any more: what is changed later is told by another process. */
    stopListening,
  };
}
