import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Rows } from '../../../components/rows.js';
import { messageOf } from '../../../lib/api-error.js';
import { toast } from '../../../lib/toast.js';
import { useChangeAppointment } from '../../../resources/appointments/mutations.js';
import type { Ask } from '../dialogs/actions.js';
import { AppointmentRow } from '../row/appointment-row.js';

interface DoctorAsksProps {
  appointments: readonly Appointment[];
  ask: Ask;
}

/** What waits for the doctor: requests to confirm, and appointments that are over but not closed. */
export function DoctorAsks({ appointments, ask }: DoctorAsksProps) {
  return (
    <Rows>
      {appointments.map((appointment) => (
        <AppointmentRow
          key={appointment._id}
          appointment={appointment}
          reader="doctor"
          ask={ask}
          action={
            appointment.can.confirm ? (
              <Confirm appointment={appointment} />
            ) : (
              appointment.can.complete && (
                <Button onClick={() => ask({ kind: 'complete', appointment })}>{t`Complete`}</Button>
              )
            )
          }
        />
      ))}
    </Rows>
  );
}

function Confirm({ appointment }: { appointment: Appointment }) {
  const { mutateAsync: change } = useChangeAppointment();
  const { name } = appointment.patientId;
  const [working, setWorking] = useState(false);
  const confirm = async () => {
    setWorking(true);
    try {
      await change({ appointment, change: { status: 'scheduled' } });
      toast.success(t`Confirmed for ${name}`);
    } catch (error) {
      toast.error(messageOf(error));
    } finally {
      setWorking(false);
    }
  };
  return (
    <Button variant="soft" icon={<Check />} busy={working} onClick={() => void confirm()}>
      {t`Confirm`}
    </Button>
  );
}
