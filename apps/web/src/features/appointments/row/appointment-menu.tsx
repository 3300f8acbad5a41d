import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { Ellipsis, MessageCircle } from 'lucide-react';
import { IconButton } from '../../../components/icon-button.js';
import { Menu, MenuItem, MenuLink, MenuSeparator } from '../../../components/menu.js';
import { paths } from '../../../lib/paths.js';
import { otherOf, type Reader } from '../../../resources/appointments/reader.js';
import { type Ask, offersOf } from '../dialogs/actions.js';

interface AppointmentMenuProps {
  appointment: Appointment;
  reader: Reader;
  ask: Ask;
}

/** A shortcut from a row to what the opened appointment offers. */
export function AppointmentMenu({ appointment, reader, ask }: AppointmentMenuProps) {
  const other = otherOf(appointment, reader);
  const { name } = other;
  const offers = offersOf(appointment, reader);
  const ending = offers.filter(({ ends }) => ends);
  const item = ({ kind, label, icon: Icon, ends }: (typeof offers)[number]) => (
    <MenuItem
      key={kind}
      icon={<Icon />}
      destructive={ends && kind === 'cancel'}
      onSelect={() => ask({ kind, appointment })}
    >
      {label}
    </MenuItem>
  );
  return (
    <Menu trigger={<IconButton label={t`More for ${name}`} icon={<Ellipsis />} />}>
      {offers.filter(({ ends }) => !ends).map(item)}
      <MenuLink icon={<MessageCircle />} to={paths.conversation(other._id)}>
        {t`Write a message`}
      </MenuLink>
      {ending.length > 0 && <MenuSeparator />}
      {ending.map(item)}
    </Menu>
  );
}
