import { appointmentListeners } from './features/appointments/listeners.js';
import { availabilityListeners } from './features/availability/listeners.js';
import { callListeners } from './features/calls/listeners.js';
import { consultListeners } from './features/consults/listeners.js';
import { messageListeners } from './features/messages/listeners.js';
import type { Listener } from './lib/events.js';

/** Every feature that reacts to what happens in others. */
export const listeners: Listener[] = [
  ...appointmentListeners,
  ...availabilityListeners,
  ...callListeners,
  ...consultListeners,
  ...messageListeners,
];
