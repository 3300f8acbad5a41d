import { listenTo } from '../../lib/events.js';
import { announceEnd } from './announce.js';
import { endCallsOfAppointment } from './end.js';

/** The devices of a call hear that it is over; the appointment that a call was about is cancelled: so is the call. */
export const callListeners = [
  listenTo('call.ended', 'devices', announceEnd),
  listenTo('appointment.changed', 'calls', async ({ appointment }) => {
    if (appointment.status === 'cancelled') await endCallsOfAppointment(appointment._id.toString());
  }),
];
