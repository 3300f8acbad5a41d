import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { CircleCheckBig } from 'lucide-react';
import { Badge } from '../../../components/badge.js';
import { ownZone } from '../../../lib/time.js';
import { useNow } from '../../../lib/use-now.js';
import type { Reader } from '../../../resources/appointments/reader.js';
import { STATUS_LABELS } from '../../../resources/appointments/status-labels.js';
import { answerWords } from '../labels.js';
import { isUnclosed } from '../moments.js';

interface AppointmentBadgeProps {
  appointment: Appointment;
  reader: Reader;
}

/** The state of an appointment in the reader's words; a request says until when it waits. */
export function AppointmentBadge({ appointment, reader }: AppointmentBadgeProps) {
  const now = useNow();
  if (isUnclosed(appointment, now)) {
    return (
      <Badge icon={CircleCheckBig} tone={reader === 'doctor' ? 'wait' : 'neutral'}>
        {reader === 'doctor' ? t`To complete` : t`Over`}
      </Badge>
    );
  }
  const { tone, icon, label } = STATUS_LABELS[appointment.status][reader];
  const until = answerWords(appointment, reader, ownZone());
  return (
    <>
      <Badge tone={tone} icon={icon}>
        {label}
      </Badge>
      {until && <span className="mt-1 block text-sm text-muted tabular-nums">{until}</span>}
    </>
  );
}
