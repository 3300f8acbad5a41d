import type { Appointment } from '@health-connect/contract/appointments';
import type { DoctorProfile } from '@health-connect/contract/doctors';
import type { FreeTime } from '@health-connect/scheduling/slot-runs';
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
import { clocksFor, formatDay, formatTime, ownZone, useOwnZone } from '../../../lib/time.js';
import { toast } from '../../../lib/toast.js';
import { otherZoneOf, whoseOf } from '../../../resources/appointments/reader.js';
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
  const long = (moment: string) => `${formatDay(moment, zone)}, ${formatTime(moment, zone)}`;
  const isPatient = reader === 'patient';

  const confirm = async () => {
    if (startsAt === null) return;
    setProgress({ state: 'working' });
    try {
      await move(startsAt, comment);
      toast.success(isPatient ? `Your visit is now ${long(startsAt)}` : `${long(startsAt)} proposed`);
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
      title={isPatient ? 'Move the visit' : 'Propose another time'}
      description={`Now ${long(appointment.startsAt)}. ${
        isPatient ? movingWords(doctor.data) : 'Both times are held until the patient answers.'
      }`}
      actions={
        <>
          <Button onClick={onClose}>Keep {formatTime(appointment.startsAt, zone)}</Button>
          <Button
            variant="primary"
            disabled={startsAt === null}
            busy={progress.state === 'working'}
            onClick={() => void confirm()}
          >
            {startsAt === null ? 'Choose a time' : `${isPatient ? 'Move to' : 'Propose'} ${long(startsAt)}`}
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
        <Field label="Why" optional hint="The patient can read it.">
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

const movingWords = (doctor: DoctorProfile | undefined) =>
  doctor?.autoConfirm ? 'The new time is confirmed at once.' : 'The doctor confirms the new time again.';

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
              {formatDay(slot.startsAt, ownZone())}, {formatTime(slot.startsAt, ownZone())}
            </Button>
          ))}
        </p>
      )}
      <TryAgain away={awayOf(error)} onRetry={onRetry} />
    </Notice>
  );
}
