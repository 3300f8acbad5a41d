import { recordAudit } from '../../db/audit.js';
import { listenTo } from '../../lib/events.js';
import { publishChange } from './announce.js';
import { withPeople } from './participants.js';

/** Each step is audited, and shown to both people. */
export const appointmentListeners = [
  listenTo(
    'appointment.changed',
    'audit',
    ({ id, appointment, change }) =>
      recordAudit({
        eventId: id,
        at: change.at,
        actorId: change.actorId,
        actorRole: change.by,
        action: `appointment.${change.command}`,
        subjectId: appointment._id,
        patientId: appointment.patientId,
      }),
    { isFirst: true },
  ),
  listenTo('appointment.changed', 'screens', async ({ appointment, people }) => {
    publishChange(people ? { appointment, ...people } : (await withPeople([appointment]))[0]!);
  }),
];
