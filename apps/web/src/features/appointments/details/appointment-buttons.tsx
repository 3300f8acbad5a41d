import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { MessageCircle } from 'lucide-react';
import { ButtonLink } from '../../../components/button-link.js';
import { Button } from '../../../components/button.js';
import { paths } from '../../../lib/paths.js';
import { otherOf, type Reader } from '../../../resources/appointments/reader.js';
import { type Ask, offersOf } from '../dialogs/actions.js';
import { JoinConsult } from '../row/join-consult.js';

interface AppointmentButtonsProps {
  appointment: Appointment;
  reader: Reader;
  now: number;
  ask: Ask;
}

/** Everything that can be done with the opened appointment, as buttons: the way in first, what ends it last. */
export function AppointmentButtons({ appointment, reader, now, ask }: AppointmentButtonsProps) {
  return (
    <div className="grid gap-2 text-center">
      {appointment.status === 'scheduled' && <JoinConsult appointment={appointment} reader={reader} now={now} />}
      {appointment.mode === 'video' && (
        <ButtonLink wide icon={<MessageCircle />} to={paths.conversation(otherOf(appointment, reader)._id)}>
          {t({ message: 'Message', context: 'verb' })}
        </ButtonLink>
      )}
      {offersOf(appointment, reader).map(({ kind, label, icon: Icon, ends }) => (
        <Button
          key={kind}
          wide
          variant={ends ? 'danger-quiet' : 'neutral'}
          icon={<Icon />}
          onClick={() => ask({ kind, appointment })}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
