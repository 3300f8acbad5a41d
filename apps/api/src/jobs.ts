import { startSweepingOutboxes } from './db/outbox.js';
import { startSweep } from './features/appointments/service.js';
import { startCalls } from './features/calls/service.js';
import { startConsults } from './features/consults/service.js';
import { startUploads } from './features/uploads/service.js';
import { startListening } from './lib/events.js';
import { listeners } from './listeners.js';

/** What the clinic does by itself, as time passes and after what happens; gives what stops it. */
export function startJobs(): () => void {
  const stops = [
    startListening(listeners),
    startSweepingOutboxes(),
    startSweep(),
    startCalls(),
    startConsults(),
    startUploads(),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
