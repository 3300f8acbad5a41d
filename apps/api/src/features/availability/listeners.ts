import { listenTo } from '../../lib/events.js';
import { markSlotsChanged } from './service.js';

/** These change nothing of the time that is held. */
const KEEPS_TIME = ['confirm', 'complete', 'mark_no_show'];

/** The list shows no free time that is taken, and every time that is free again. */
export const availabilityListeners = [
  listenTo(
    'appointment.changed',
    'slots',
    async ({ appointment, change, keepsSlots = KEEPS_TIME.includes(change.command) }) => {
      if (!keepsSlots) await markSlotsChanged(appointment.doctorId);
    },
    { isFirst: true },
  ),
];
