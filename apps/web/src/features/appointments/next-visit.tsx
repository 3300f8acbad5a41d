import type { Appointment } from '@health-connect/contract/appointments';
import { CircleDot } from 'lucide-react';
import { Avatar } from '../../components/avatar.js';
import { Clocks } from '../../components/clocks.js';
import { Panel } from '../../components/panel.js';
import { clocksFor, formatRange, ownZone } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import type { Ask } from './actions.js';
import { DetailsLink } from './details-link.js';
import { JoinVisit } from './join-visit.js';
import { lineOf, otherOf, type Reader, otherZoneOf, whoseOf } from './reader.js';
import { VisitBadge } from './visit-badge.js';
import { VisitMenu } from './visit-menu.js';

interface NextVisitProps {
  visit: Appointment;
  reader: Reader;
  ask: Ask;
}

/** The visit that comes next: with whom, when on both clocks, and the way in. */
export function NextVisit({ visit, reader, ask }: NextVisitProps) {
  const now = useNow();
  const { _id, name, avatar } = otherOf(visit, reader);
  const { own, other } = clocksFor(visit.startsAt, otherZoneOf(visit, reader), whoseOf(reader));
  const time = formatRange(visit.startsAt, visit.endsAt, ownZone(), now);

  return (
    <Panel
      aria-labelledby="next-title"
      className="grid items-center gap-x-10 gap-y-4 min-[64rem]:grid-cols-[minmax(0,1fr)_auto_auto]"
    >
      <div className="flex items-start gap-4">
        <Avatar id={_id} name={name} src={avatar} size={3.5} />
        <div className="min-w-0 flex-1">
          {visit.can.join ? (
            <p className="flex items-center gap-1.5 text-sm font-semibold text-success">
              <CircleDot aria-hidden="true" />
              The room is open
            </p>
          ) : (
            <VisitBadge visit={visit} reader={reader} />
          )}
          <h2 id="next-title" className="mt-0.5 wrap-anywhere">
            <DetailsLink visit={visit}>{name}</DetailsLink>
          </h2>
          <p className="text-sm wrap-anywhere text-muted">{lineOf(visit, reader)}</p>
        </div>
        <VisitMenu visit={visit} reader={reader} ask={ask} />
      </div>
      <Clocks own={{ ...own, time }} other={other} />
      {visit.status === 'scheduled' && (
        <div className="grid min-w-44 gap-2 text-center">
          <JoinVisit visit={visit} reader={reader} now={now} />
        </div>
      )}
    </Panel>
  );
}
