import type { Appointment } from '@health-connect/contract/appointments';
import type { Reader } from '../../../resources/appointments/reader.js';

/** What every question about an appointment gets. */
export interface DialogProps {
  appointment: Appointment;
  reader: Reader;
  onClose: () => void;
}
