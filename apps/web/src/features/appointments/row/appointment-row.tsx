import type { Appointment } from '@health-connect/contract/appointments';
import type { ReactNode } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { useNow } from '../../../lib/use-now.js';
import { otherOf, type Reader } from '../../../resources/appointments/reader.js';
import { DetailsLink } from '../details/details-link.js';
import type { Ask } from '../dialogs/actions.js';
import { lineOf } from '../labels.js';
import { AppointmentBadge } from './appointment-badge.js';
import { AppointmentMenu } from './appointment-menu.js';
import { AppointmentTime } from './appointment-time.js';

interface AppointmentRowProps {
  appointment: Appointment;
  reader: Reader;
  ask: Ask;
  /** Instead of kind and reason. */
  detail?: ReactNode;
  /** Before the menu: what is most likely wanted. */
  action?: ReactNode;
}

/** When, with whom, in which state, what can be done. The name opens the details. */
export function AppointmentRow({ appointment, reader, ask, detail, action }: AppointmentRowProps) {
  const now = useNow();
  const { _id, name, avatar } = otherOf(appointment, reader);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-2 py-4 md:grid-cols-[11rem_minmax(0,1fr)_auto] md:gap-x-5 min-[64rem]:grid-cols-[11rem_minmax(0,1fr)_12rem_10rem]">
      <div className="max-md:col-span-2 md:max-[64rem]:row-span-2 md:max-[64rem]:self-start">
        <AppointmentTime appointment={appointment} reader={reader} now={now} />
      </div>
      <div className="flex items-start gap-3 max-md:col-span-2 md:max-[64rem]:col-span-2">
        <Avatar id={_id} name={name} src={avatar} />
        <div className="min-w-0">
          <h3 className="wrap-anywhere">
            <DetailsLink appointment={appointment}>
              <bdi>{name}</bdi>
            </DetailsLink>
          </h3>
          <p className="line-clamp-2 text-sm wrap-anywhere text-muted">{detail ?? lineOf(appointment, reader)}</p>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-1 ps-13 max-[64rem]:col-span-2 min-[64rem]:contents">
        <div>
          <AppointmentBadge appointment={appointment} reader={reader} />
        </div>
        <div className="ms-auto flex items-center justify-end gap-1">
          {action}
          <AppointmentMenu appointment={appointment} reader={reader} ask={ask} />
        </div>
      </div>
    </li>
  );
}
