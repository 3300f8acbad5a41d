import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { Role } from '@health-connect/contract/roles';
import { Calendar, Clock, type LucideIcon, MessageCircle, Stethoscope, Sun } from 'lucide-react';
import { paths } from '../../lib/paths.js';

export interface RailItem {
  to: string;
  label: MessageDescriptor;
  icon: LucideIcon;
  /** Other addresses at which this is the current place. */
  also?: readonly string[];
}

const doctors: RailItem = { to: paths.doctors, label: msg`Doctors`, icon: Stethoscope, also: [paths.home] };
const today: RailItem = { to: paths.today, label: msg`Today`, icon: Sun };
const appointments: RailItem = { to: paths.appointments, label: msg`Appointments`, icon: Calendar };
const messages: RailItem = { to: paths.messages, label: msg`Messages`, icon: MessageCircle };
const schedule: RailItem = { to: paths.schedule, label: msg`Schedule`, icon: Clock };

/** The places of each kind of person; with the account menu at most five on a phone. */
export function railItemsFor(role: Role | null): readonly RailItem[] {
  if (role === 'doctor') return [today, appointments, messages, schedule];
  if (role === 'patient') return [doctors, appointments, messages];
  return [doctors];
}
