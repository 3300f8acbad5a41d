import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { Star } from 'lucide-react';
import { ButtonLink } from '../../../components/button-link.js';
import { Button } from '../../../components/button.js';
import { Rating } from '../../../components/rating.js';
import { Rows } from '../../../components/rows.js';
import { paths } from '../../../lib/paths.js';
import type { Reader } from '../../../resources/appointments/reader.js';
import type { Ask } from '../dialogs/actions.js';
import { cancelWords, lineOf } from '../labels.js';
import { AppointmentRow } from '../row/appointment-row.js';

interface PastRowsProps {
  appointments: readonly Appointment[];
  reader: Reader;
  ask: Ask;
}

/** What is over: how it ended, and what a patient may want next. */
export function PastRows({ appointments, reader, ask }: PastRowsProps) {
  return (
    <Rows>
      {appointments.map((appointment) => (
        <AppointmentRow
          key={appointment._id}
          appointment={appointment}
          reader={reader}
          ask={ask}
          detail={<Ending appointment={appointment} reader={reader} />}
          action={reader === 'patient' && <Next appointment={appointment} ask={ask} />}
        />
      ))}
    </Rows>
  );
}

function Ending({ appointment, reader }: { appointment: Appointment; reader: Reader }) {
  if (appointment.status === 'cancelled') return cancelWords(appointment, reader);
  if (appointment.status === 'no_show' && reader === 'patient') return t`You can still write to the doctor`;
  if (appointment.rating !== null) {
    return (
      <span className="inline-flex flex-wrap items-center gap-x-1">
        {ratedWords(appointment, reader)}
        <Rating value={appointment.rating} />
      </span>
    );
  }
  return appointment.summary ? t`Summary shared` : lineOf(appointment, reader);
}

function ratedWords({ summary }: Appointment, reader: Reader): string {
  if (reader === 'patient') return summary ? t`Summary shared. You rated it` : t`You rated it`;
  return summary ? t`Summary shared. Rated` : t`Rated`;
}

function Next({ appointment, ask }: { appointment: Appointment; ask: Ask }) {
  const { name } = appointment.doctorId;
  if (appointment.can.review) {
    return (
      <Button variant="quiet" icon={<Star />} onClick={() => ask({ kind: 'review', appointment })}>
        {t`Rate`}
      </Button>
    );
  }
  return (
    <ButtonLink variant="quiet" to={paths.doctor(appointment.doctorId._id)} aria-label={t`Book again with ${name}`}>
      {t`Book again`}
    </ButtonLink>
  );
}
