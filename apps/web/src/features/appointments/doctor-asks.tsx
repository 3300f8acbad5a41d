import type { Appointment } from '@health-connect/contract/appointments';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/button.js';
import { Rows } from '../../components/rows.js';
import { messageOf } from '../../lib/api-error.js';
import { toast } from '../../lib/toast.js';
import type { Ask } from './actions.js';
import { useChange } from './use-change.js';
import { VisitRow } from './visit-row.js';

interface DoctorAsksProps {
  visits: readonly Appointment[];
  ask: Ask;
}

/** What waits for the doctor: requests to confirm, and visits that are over but not closed. */
export function DoctorAsks({ visits, ask }: DoctorAsksProps) {
  return (
    <Rows>
      {visits.map((visit) => (
        <VisitRow
          key={visit._id}
          visit={visit}
          reader="doctor"
          ask={ask}
          action={
            visit.can.confirm ? (
              <Confirm visit={visit} />
            ) : (
              visit.can.complete && <Button onClick={() => ask({ kind: 'complete', visit })}>Complete</Button>
            )
          }
        />
      ))}
    </Rows>
  );
}

function Confirm({ visit }: { visit: Appointment }) {
  const change = useChange();
  const [working, setWorking] = useState(false);
  const confirm = async () => {
    setWorking(true);
    try {
      await change(visit, { status: 'scheduled' });
      toast.success(`Confirmed for ${visit.patientId.name}`);
    } catch (error) {
      toast.error(messageOf(error));
    } finally {
      setWorking(false);
    }
  };
  return (
    <Button variant="soft" icon={<Check />} busy={working} onClick={() => void confirm()}>
      Confirm
    </Button>
  );
}
