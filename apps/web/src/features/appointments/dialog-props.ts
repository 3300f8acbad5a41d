import type { Appointment } from '@health-connect/contract/appointments';
import type { Reader } from './reader.js';

/** What every question about a visit gets. */
export interface DialogProps {
  visit: Appointment;
  reader: Reader;
  onClose: () => void;
}
