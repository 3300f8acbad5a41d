import { startSweep } from './features/appointments/service.js';
import { startCalls } from './features/calls/service.js';
import { startConsults } from './features/consults/service.js';
import { startMessages } from './features/messages/service.js';
import { startUploads } from './features/uploads/service.js';

/** What the clinic does by itself as time passes; gives what stops it. */
export function startJobs(): () => void {
  const stops = [startSweep(), startCalls(), startConsults(), startMessages(), startUploads()];
  return () => {
    for (const stop of stops) stop();
  };
}
