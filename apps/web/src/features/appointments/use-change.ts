import type { Appointment, DoctorChange, PatientChange } from '@health-connect/contract/appointments';
import { useQueryClient } from '@tanstack/react-query';
import { refreshSlots } from '../../components/slot-picker/use-free-slots.js';
import { changeAppointment } from '../../lib/change-appointment.js';
import { APPOINTMENTS, appointmentQuery } from './api.js';

/** Changes an appointment and brings everything that shows it up to date, also when somebody else was faster. */
export function useChange() {
  const client = useQueryClient();
  return async ({ _id, doctorId }: Appointment, change: PatientChange | DoctorChange) => {
    try {
      const changed = await changeAppointment(_id, change);
      client.setQueryData(appointmentQuery(_id).queryKey, changed);
      return changed;
    } finally {
      void client.invalidateQueries({ queryKey: APPOINTMENTS });
      void refreshSlots(client, doctorId._id);
    }
  };
}
