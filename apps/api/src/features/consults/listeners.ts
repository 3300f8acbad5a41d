import { now } from '../../lib/clock.js';
import { listenTo } from '../../lib/events.js';
import { joinWindow } from '../appointments/policy.js';
import { closeRoom } from './host.js';
import { closedBy } from './policy.js';

/** Nobody stays in the room of an appointment that is over, or moved away. */
export const consultListeners = [
  listenTo('appointment.changed', 'consults', async ({ appointment, change }) => {
    const reason = closedBy(appointment, joinWindow(appointment).from, now());
    // Nobody was ever in the room of one that was just booked.
    if (reason && change.command !== 'book') await closeRoom(appointment._id.toString(), reason);
  }),
];
