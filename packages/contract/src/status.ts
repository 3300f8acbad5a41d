export const APPOINTMENT_STATUSES = [
  'pending',
  'scheduled',
  'rescheduled',
  'completed',
  'cancelled',
  'no_show',
] as const;
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

/** These hold their time. */
export const ACTIVE_STATUSES = ['pending', 'scheduled', 'rescheduled'] as const satisfies readonly AppointmentStatus[];

/** These found a care relationship (product.md, Words). */
export const CARE_STATUSES = [
  'pending',
  'scheduled',
  'rescheduled',
  'completed',
] as const satisfies readonly AppointmentStatus[];

/** What can be asked of an appointment; see the table in product.md, Status. */
export const COMMANDS = [
  'confirm',
  'move',
  'propose',
  'accept',
  'decline',
  'cancel',
  'complete',
  'mark_no_show',
  'expire',
] as const;
export type AppointmentCommand = (typeof COMMANDS)[number];

export type Actor = 'doctor' | 'patient' | 'system';
