import { appointmentChanged } from '@health-connect/contract/appointments';
import { AppointmentModel, type AppointmentRecord } from '../../db/appointments.js';
import { Outbox } from '../../db/outbox.js';
import { publishToUser } from '../../realtime/publish.js';
import { type AppointmentWithPeople, withPeople } from './participants.js';
import { presentAppointment } from './present.js';

const outbox = new Outbox({
  event: 'appointment.changed',
  model: AppointmentModel,
  rowsOf: (appointment: AppointmentRecord) =>
    appointment.history.map((row, index) => ({
      row,
      path: `history.${index}`,
      payload: { appointment, change: row },
    })),
  hasSameRows: ({ history }) => ({ history: { $size: history.length } }),
});

/** What the caller knows of a step, so that nobody asks the database for it. */
interface Known {
  people?: AppointmentWithPeople;
  /** It changes nothing of the free times that a list shows. */
  keepsSlots?: boolean;
}

/** After a step was stored: everyone who listens is told. `before` is what the step was judged on; null for a new one. */
export async function announce(
  changed: AppointmentRecord,
  before: AppointmentRecord | null,
  { people, keepsSlots }: Known = {},
): Promise<AppointmentWithPeople> {
  const found = people ?? (await withPeople([changed]))[0]!;
  const { doctor, patient } = found;
  await outbox.tellNow(changed, before, { people: { doctor, patient }, ...(keepsSlots && { keepsSlots }) });
  return found;
}

/** Each of the two hears of it as they may see it. Changes that are no step have this alone (decision 035). */
export function publishChange(changed: AppointmentWithPeople): void {
  for (const reader of [
    { id: changed.doctor._id, role: 'doctor' },
    { id: changed.patient._id, role: 'patient' },
  ] as const) {
    publishToUser(reader.id, appointmentChanged, presentAppointment(reader, changed));
  }
}
