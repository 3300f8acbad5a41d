import { listenTo } from '../../lib/events.js';
import { leaveRoom } from '../../realtime/publish.js';
import { presenceRoom, userRoom, writingRoom } from '../../realtime/rooms.js';
import { foundsCare } from '../appointments/policy.js';
import { hasTies } from './access.js';
import { pairOfIds } from './pair.js';

/** Ends what a care relationship allowed as soon as it ends, in every server process. */
export const messageListeners = [
  listenTo('appointment.changed', 'messages', async ({ appointment: { status, doctorId, patientId } }) => {
    if (foundsCare(status)) return;
    const pair = pairOfIds(doctorId.toString(), patientId.toString());
    // Whoever may still write, for another reason, is let in again by their next message.
    leaveRoom(userRoom(pair.doctorId), writingRoom(pair.id));
    if (!(await hasTies(pair))) leaveRoom(userRoom(pair.doctorId), presenceRoom(pair.patientId));
  }),
];
