import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { toast } from '../../../lib/toast.js';
import { useChangeAppointment } from '../../../resources/appointments/mutations.js';
import { DeclineDialog } from './decline-dialog.js';
import { ProposeDialog } from './propose-dialog.js';

export type Question = 'cancel' | 'propose' | 'complete' | 'no-show';

interface AppointmentQuestionsProps {
  appointment: Appointment;
  zone: string;
  question: Question;
  onClose: () => void;
}

/** What is asked before an appointment changes for good. */
export function AppointmentQuestions({ appointment, zone, question, onClose }: AppointmentQuestionsProps) {
  const changing = useChangeAppointment();
  const { name } = appointment.patientId;
  const end = async (status: 'completed' | 'no_show', said: () => string) => {
    await changing.mutateAsync({ appointment, change: { status } });
    toast.success(said);
  };

  switch (question) {
    case 'cancel':
      return <DeclineDialog appointment={appointment} zone={zone} onClose={onClose} />;
    case 'propose':
      return <ProposeDialog appointment={appointment} zone={zone} onClose={onClose} />;
    case 'complete':
      return (
        <ConfirmDialog
          open
          onOpenChange={onClose}
          title={
            <Trans>
              Complete the visit of <bdi>{name}</bdi>?
            </Trans>
          }
          description={t`It counts as held, and the patient may review it. Your notes can still grow by an addendum.`}
          confirmLabel={t`Complete visit`}
          cancelLabel={t`Not yet`}
          onConfirm={() => end('completed', () => t`Visit completed: ${name}`)}
        />
      );
    case 'no-show':
      return (
        <ConfirmDialog
          open
          onOpenChange={onClose}
          title={
            <Trans>
              Did <bdi>{name}</bdi> not come?
            </Trans>
          }
          description={t`The visit is closed as missed. It cannot be taken back.`}
          confirmLabel={t`Close as missed`}
          cancelLabel={t`Not yet`}
          destructive
          onConfirm={() => end('no_show', () => t`Visit closed as missed`)}
        />
      );
  }
}
