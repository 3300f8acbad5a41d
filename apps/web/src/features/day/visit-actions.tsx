import type { Appointment } from '@health-connect/contract/appointments';
import { CalendarClock, Check, CircleX, MessageCircle, UserX, Video } from 'lucide-react';
import { Button } from '../../components/button.js';
import { ButtonLink } from '../../components/button-link.js';
import { FieldError } from '../../components/field.js';
import { messageOf } from '../../lib/api-error.js';
import { paths } from '../../lib/paths.js';
import { toast } from '../../lib/toast.js';
import { useChangeVisit } from './use-live-visits.js';
import type { Question } from './visit-questions.js';

interface VisitActionsProps {
  visit: Appointment;
  onAsk: (question: Question) => void;
}

/** Everything that the answer says the doctor may do with a visit now. */
export function VisitActions({ visit, onAsk }: VisitActionsProps) {
  const { can, status, patientId } = visit;
  const changing = useChangeVisit();
  const confirm = () =>
    changing.mutate(
      { id: visit._id, change: { status: 'scheduled' } },
      { onSuccess: () => toast.success(`Visit confirmed: ${patientId.name}`) },
    );

  return (
    <div className="grid gap-2">
      {can.join && (
        <ButtonLink wide variant="primary" icon={<Video aria-hidden="true" />} to={paths.consult(visit._id)}>
          Join
        </ButtonLink>
      )}
      {can.confirm && (
        <Button
          wide
          variant="primary"
          icon={<Check aria-hidden="true" />}
          busy={changing.isPending}
          busyLabel="Confirming"
          onClick={confirm}
        >
          Confirm visit
        </Button>
      )}
      {can.complete && (
        <Button
          wide
          variant={can.join ? 'neutral' : 'primary'}
          icon={<Check aria-hidden="true" />}
          onClick={() => onAsk('complete')}
        >
          Complete visit
        </Button>
      )}
      <ButtonLink wide icon={<MessageCircle aria-hidden="true" />} to={paths.conversation(patientId._id)}>
        Message
      </ButtonLink>
      {can.reschedule && (
        <Button wide icon={<CalendarClock aria-hidden="true" />} onClick={() => onAsk('propose')}>
          Propose another time
        </Button>
      )}
      {can.markNoShow && (
        <Button wide variant="danger-quiet" icon={<UserX aria-hidden="true" />} onClick={() => onAsk('no-show')}>
          The patient did not come
        </Button>
      )}
      {can.cancel && (
        <Button wide variant="danger-quiet" icon={<CircleX aria-hidden="true" />} onClick={() => onAsk('cancel')}>
          {status === 'pending' ? 'Decline visit' : 'Cancel visit'}
        </Button>
      )}
      <div role="alert">{changing.error && <FieldError>{messageOf(changing.error)}</FieldError>}</div>
    </div>
  );
}
