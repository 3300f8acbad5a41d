import type { Appointment } from '@health-connect/contract/appointments';
import type { DoctorProfile } from '@health-connect/contract/doctors';
import type { FreeTime } from '@health-connect/scheduling/slot-runs';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Clocks } from '../../../components/clocks.js';
import { Dialog } from '../../../components/dialog.js';
import { Field } from '../../../components/field.js';
import { Notice } from '../../../components/notice.js';
import { SlotPicker } from '../../../components/slot-picker/slot-picker.js';
import { SlotsSkeleton } from '../../../components/slot-picker/slots-skeleton.js';
import { TextArea } from '../../../components/text-area.js';
import { TryAgain } from '../../../components/try-again.js';
import { awayOf, isApiError, messageOf } from '../../../lib/api-error.js';
import { clocksFor, formatTime, formatWhen, ownZone, useOwnZone } from '../../../lib/time.js';
import { toast } from '../../../lib/toast.js';
import { otherZoneOf, type Reader, whoseOf } from '../../../resources/appointments/reader.js';
import { doctorQuery } from '../../../resources/doctors/queries.js';
import { useFreeWeeks } from '../../../resources/slots/use-free-weeks.js';
import type { DialogProps } from './dialog-props.js';
import { useMove } from './use-move.js';

type Progress = { state: 'choosing' } | { state: 'working' } | { state: 'failed'; error: unknown };

/** Another time: a patient moves the appointment, a doctor proposes. The old time stays until the new one is taken. */
export function MoveDialog({ appointment, reader, onClose }: DialogProps) {
  const zone = useOwnZone();
  const doctor = useQuery(doctorQuery(appointment.doctorId._id));
  const move = useMove(appointment, reader);
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const [progress, setProgress] = useState<Progress>({ state: 'choosing' });
  const isPatient = reader === 'patient';
  const oldTime = formatTime(appointment.startsAt, zone);

  const confirm = async () => {
    if (startsAt === null) return;
    setProgress({ state: 'working' });
    try {
      await move(startsAt, comment);
      const when = formatWhen(startsAt, zone);
      toast.success(isPatient ? t`Your visit is now ${when}` : t`${when} proposed`);
      onClose();
    } catch (error) {
      setProgress({ state: 'failed', error });
    }
  };
  const choose = (slot: FreeTime) => {
    setStartsAt(slot.startsAt);
    setProgress({ state: 'choosing' });
  };

  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title={isPatient ? t`Move the visit` : t`Propose another time`}
      description={movingWords(formatWhen(appointment.startsAt, zone), reader, doctor.data)}
      actions={
        <>
          <Button onClick={onClose}>{t`Keep ${oldTime}`}</Button>
          <Button
            variant="primary"
            disabled={startsAt === null}
            busy={progress.state === 'working'}
            onClick={() => void confirm()}
          >
            {startsAt === null ? t`Choose a time` : confirmWords(formatWhen(startsAt, zone), reader)}
          </Button>
        </>
      }
    >
      {doctor.isPending ? (
        <SlotsSkeleton />
      ) : (
        <NewTime
          appointment={appointment}
          nextSlotAt={doctor.data?.nextSlotAt ?? null}
          value={startsAt}
          onChange={choose}
        />
      )}
      {startsAt !== null && <Clocks {...clocksFor(startsAt, otherZoneOf(appointment, reader), whoseOf(reader))} />}
      {startsAt !== null && !isPatient && (
        <Field label={t`Why`} optional hint={t`The patient can read it.`}>
          <TextArea rows={2} maxLength={500} value={comment} onChange={(event) => setComment(event.target.value)} />
        </Field>
      )}
      {progress.state === 'failed' && (
        <MoveFailed error={progress.error} onChoose={choose} onRetry={() => void confirm()} />
      )}
    </Dialog>
  );
}

interface NewTimeProps {
  appointment: Appointment;
  nextSlotAt: string | null;
  value: string | null;
  onChange: (slot: FreeTime) => void;
}

function NewTime({ appointment, nextSlotAt, value, onChange }: NewTimeProps) {
  const { doctorId, timeZone } = appointment;
  const times = useFreeWeeks({ doctorId: doctorId._id, nextSlotAt, moving: appointment, chosen: value });
  return <SlotPicker times={times} doctorZone={timeZone} value={value} onChange={onChange} />;
}

function movingWords(when: string, reader: Reader, doctor: DoctorProfile | undefined): string {
  if (reader === 'doctor') return t`Now ${when}. Both times are held until the patient answers.`;
  return doctor?.autoConfirm
    ? t`Now ${when}. The new time is confirmed at once.`
    : t`Now ${when}. The doctor confirms the new time again.`;
}

const confirmWords = (when: string, reader: Reader) => (reader === 'patient' ? t`Move to ${when}` : t`Propose ${when}`);

interface MoveFailedProps {
  error: unknown;
  onChoose: (slot: FreeTime) => void;
  onRetry: () => void;
}

function MoveFailed({ error, onChoose, onRetry }: MoveFailedProps) {
  const isLost = isApiError(error, 'slot_taken', 'slot_not_offered', 'patient_busy');
  const nearest = (isLost && error.data?.slots) || [];
  return (
    <Notice tone="bad" icon={CircleAlert} role="alert" title={messageOf(error)}>
      {nearest.length > 0 && (
        <p className="flex flex-wrap gap-2">
          {nearest.map((slot) => (
            <Button key={slot.startsAt} onClick={() => onChoose(slot)}>
              {formatWhen(slot.startsAt, ownZone())}
            </Button>
          ))}
        </p>
      )}
      <TryAgain away={awayOf(error)} onRetry={onRetry} />
    </Notice>
  );
}
