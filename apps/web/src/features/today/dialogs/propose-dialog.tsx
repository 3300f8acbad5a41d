import type { Appointment } from '@health-connect/contract/appointments';
import { localDateOf } from '@health-connect/scheduling/local-time';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../../../components/button.js';
import { Clocks } from '../../../components/clocks.js';
import { DatePicker } from '../../../components/date-picker.js';
import { Dialog } from '../../../components/dialog.js';
import { Field, FieldError } from '../../../components/field.js';
import { TryAgain } from '../../../components/try-again.js';
import { awayOf, messageOf } from '../../../lib/api-error.js';
import { addDays, clocksFor, formatDate } from '../../../lib/time.js';
import { toast } from '../../../lib/toast.js';
import { useNow } from '../../../lib/use-now.js';
import { useChangeAppointment } from '../../../resources/appointments/mutations.js';
import { freeTimesQuery } from '../../../resources/slots/queries.js';
import { timeLabel } from '../labels.js';
import { FreeTimes } from './free-times.js';

/** How far one look at the free times reaches. */
const DAYS = 14;

const proposed = (name: string, time: string) => t`Proposed to ${name}: ${time}`;

interface ProposeDialogProps {
  appointment: Appointment;
  zone: string;
  onClose: () => void;
}

/** Offers the patient another of the doctor's free times; both stay held until the answer. Mounted while it is open. */
export function ProposeDialog({ appointment, zone, onClose }: ProposeDialogProps) {
  const today = localDateOf(useNow(), zone);
  const [date, setDate] = useState(() => [appointment.date, today].sort()[1]!);
  const [startsAt, setStartsAt] = useState('');
  const slots = useQuery(
    freeTimesQuery(appointment.doctorId._id, { from: date, to: addDays(date, DAYS - 1), moving: appointment._id }),
  );
  const changing = useChangeAppointment();

  const { name } = appointment.patientId;
  const [day, time] = [formatDate(date), timeLabel(appointment, zone)];
  const chosen = startsAt && timeLabel({ startsAt }, zone);

  const pickDate = (next: string) => {
    if (next) setDate(next);
    setStartsAt('');
  };
  const propose = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!startsAt) return;
    try {
      await changing.mutateAsync({ appointment, change: { status: 'rescheduled', startsAt } });
      toast.success(() => proposed(name, timeLabel({ startsAt }, zone)));
      onClose();
    } catch {
      // The reason is shown below the times; the list is read again, because the time may be gone.
      void slots.refetch();
    }
  };

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={
        <Trans>
          Another time for <bdi>{name}</bdi>
        </Trans>
      }
      description={t`Now ${time}. Both times are held until the patient answers.`}
    >
      <form noValidate className="grid gap-4" onSubmit={(event) => void propose(event)}>
        <Field label={t`Day`}>
          <DatePicker value={date} min={today} onChange={pickDate} />
        </Field>
        <FreeTimes
          slots={slots.data}
          error={slots.error}
          onRetry={() => void slots.refetch()}
          date={date}
          zone={zone}
          value={startsAt}
          onChange={setStartsAt}
          onDate={pickDate}
        />
        {startsAt && <Clocks {...clocksFor(startsAt, appointment.patientId.timeZone ?? zone, 'patient', zone)} />}
        <div role="alert">{changing.error && <FieldError>{messageOf(changing.error)}</FieldError>}</div>
        <TryAgain away={awayOf(changing.error)} onRetry={() => void propose()} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t`Keep the time`}</Button>
          <Button
            type="submit"
            variant="primary"
            disabled={!startsAt}
            busy={changing.isPending}
            busyLabel={t`Proposing`}
          >
            {startsAt ? t`Propose ${chosen}` : t`Choose a time on ${day}`}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
