import type { Appointment } from '@health-connect/contract/appointments';
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
  const end = async (status: 'completed' | 'no_show', said: string) => {
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
          title={`Complete the visit of ${name}?`}
          description="It counts as held, and the patient may review it. Your notes can still grow by an addendum."
          confirmLabel="Complete visit"
          cancelLabel="Not yet"
          onConfirm={() => end('completed', `Visit completed: ${name}`)}
        />
      );
    case 'no-show':
      return (
        <ConfirmDialog
          open
          onOpenChange={onClose}
          title={`Did ${name} not come?`}
          description="The visit is closed as missed. It cannot be taken back."
          confirmLabel="Close as missed"
          cancelLabel="Not yet"
          destructive
          onConfirm={() => end('no_show', 'Visit closed as missed')}
        />
      );
  }
}
