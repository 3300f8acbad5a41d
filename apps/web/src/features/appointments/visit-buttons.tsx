import type { Appointment } from '@health-connect/contract/appointments';
import { MessageCircle } from 'lucide-react';
import { Button } from '../../components/button.js';
import { ButtonLink } from '../../components/button-link.js';
import { paths } from '../../lib/paths.js';
import { type Ask, offersOf } from './actions.js';
import { JoinVisit } from './join-visit.js';
import { otherOf, type Reader } from './reader.js';

interface VisitButtonsProps {
  visit: Appointment;
  reader: Reader;
  now: number;
  ask: Ask;
}

/** Everything that can be done with the opened visit, as buttons: the way in first, what ends it last. */
export function VisitButtons({ visit, reader, now, ask }: VisitButtonsProps) {
  return (
    <div className="grid gap-2 text-center">
      {visit.status === 'scheduled' && <JoinVisit visit={visit} reader={reader} now={now} />}
      {visit.mode === 'video' && (
        <ButtonLink wide icon={<MessageCircle />} to={paths.conversation(otherOf(visit, reader)._id)}>
          Message
        </ButtonLink>
      )}
      {offersOf(visit, reader).map(({ kind, label, icon: Icon, ends }) => (
        <Button
          key={kind}
          wide
          variant={ends ? 'danger-quiet' : 'neutral'}
          icon={<Icon />}
          onClick={() => ask({ kind, visit })}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
