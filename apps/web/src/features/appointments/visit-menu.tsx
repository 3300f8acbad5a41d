import type { Appointment } from '@health-connect/contract/appointments';
import {
  CalendarClock,
  CalendarX,
  CircleCheckBig,
  Ellipsis,
  FileText,
  MessageCircle,
  Pencil,
  Star,
  UserX,
} from 'lucide-react';
import { IconButton } from '../../components/icon-button.js';
import { Menu, MenuItem, MenuLink, MenuSeparator } from '../../components/menu.js';
import { paths } from '../../lib/paths.js';
import type { ActionKind, Ask } from './actions.js';
import { otherOf, type Reader } from './reader.js';

interface VisitMenuProps {
  visit: Appointment;
  reader: Reader;
  ask: Ask;
}

/** What else can be done with a visit; the answer's `can` decides what is offered. */
export function VisitMenu({ visit, reader, ask }: VisitMenuProps) {
  const { can } = visit;
  const other = otherOf(visit, reader);
  const choose = (kind: ActionKind) => () => ask({ kind, visit });
  return (
    <Menu trigger={<IconButton label={`More for ${other.name}`} icon={<Ellipsis />} />}>
      {can.reschedule && (
        <MenuItem icon={<CalendarClock />} onSelect={choose('move')}>
          {reader === 'patient' ? 'Move the visit' : 'Propose another time'}
        </MenuItem>
      )}
      {can.editReason && (
        <MenuItem icon={<Pencil />} onSelect={choose('reason')}>
          Change the reason
        </MenuItem>
      )}
      {can.complete && (
        <MenuItem icon={<CircleCheckBig />} onSelect={choose('complete')}>
          Complete the visit
        </MenuItem>
      )}
      {can.editNotes && (
        <MenuItem icon={<FileText />} onSelect={choose('notes')}>
          Notes and summary
        </MenuItem>
      )}
      {can.review && (
        <MenuItem icon={<Star />} onSelect={choose('review')}>
          Rate the visit
        </MenuItem>
      )}
      <MenuLink icon={<MessageCircle />} to={paths.conversation(other._id)}>
        Write a message
      </MenuLink>
      {(can.cancel || can.markNoShow) && <MenuSeparator />}
      {can.markNoShow && (
        <MenuItem icon={<UserX />} onSelect={choose('no-show')}>
          Patient did not come
        </MenuItem>
      )}
      {can.cancel && (
        <MenuItem icon={<CalendarX />} destructive onSelect={choose('cancel')}>
          Cancel the visit
        </MenuItem>
      )}
    </Menu>
  );
}
