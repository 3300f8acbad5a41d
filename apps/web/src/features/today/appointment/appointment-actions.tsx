import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { CalendarClock, Check, CircleX, MessageCircle, UserX, Video } from 'lucide-react';
import { ButtonLink } from '../../../components/button-link.js';
import { Button } from '../../../components/button.js';
import { FieldError } from '../../../components/field.js';
import { messageOf } from '../../../lib/api-error.js';
import { paths } from '../../../lib/paths.js';
import { toast } from '../../../lib/toast.js';
import { useChangeAppointment } from '../../../resources/appointments/mutations.js';
import type { Question } from '../dialogs/appointment-questions.js';

interface AppointmentActionsProps {
  appointment: Appointment;
  onAsk: (question: Question) => void;
}

/** Everything that the answer says the doctor may do with an appointment now. */
export function AppointmentActions({ appointment, onAsk }: AppointmentActionsProps) {
  const { can, status, patientId } = appointment;
  const { name } = patientId;
  const changing = useChangeAppointment();
  const confirm = () =>
    changing.mutate(
      { appointment, change: { status: 'scheduled' } },
      { onSuccess: () => toast.success(() => t`Visit confirmed: ${name}`) },
    );

  return (
    <div className="grid gap-2">
      {can.join && (
        <ButtonLink wide variant="primary" icon={<Video aria-hidden="true" />} to={paths.consult(appointment._id)}>
          {t`Join`}
        </ButtonLink>
      )}
      {can.confirm && (
        <Button
          wide
          variant="primary"
          icon={<Check aria-hidden="true" />}
          busy={changing.isPending}
          busyLabel={t`Confirming`}
          onClick={confirm}
        >
          {t`Confirm visit`}
        </Button>
      )}
      {can.complete && (
        <Button
          wide
          variant={can.join ? 'neutral' : 'primary'}
          icon={<Check aria-hidden="true" />}
          onClick={() => onAsk('complete')}
        >
          {t`Complete visit`}
        </Button>
      )}
      <ButtonLink wide icon={<MessageCircle aria-hidden="true" />} to={paths.conversation(patientId._id)}>
        {t`Message`}
      </ButtonLink>
      {can.reschedule && (
        <Button wide icon={<CalendarClock aria-hidden="true" />} onClick={() => onAsk('propose')}>
          {t`Propose another time`}
        </Button>
      )}
      {can.markNoShow && (
        <Button wide variant="danger-quiet" icon={<UserX aria-hidden="true" />} onClick={() => onAsk('no-show')}>
          {t`The patient did not come`}
        </Button>
      )}
      {can.cancel && (
        <Button wide variant="danger-quiet" icon={<CircleX aria-hidden="true" />} onClick={() => onAsk('cancel')}>
          {status === 'pending' ? t`Decline visit` : t`Cancel visit`}
        </Button>
      )}
      <div role="alert">{changing.error && <FieldError>{messageOf(changing.error)}</FieldError>}</div>
    </div>
  );
}
