import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { CalendarClock, CalendarX, CircleCheckBig, FileText, type LucideIcon, Pencil, Star, UserX } from 'lucide-react';
import type { Reader } from '../../../resources/appointments/reader.js';

/** What a dialog asks about an appointment before it happens. */
export type ActionKind = 'cancel' | 'move' | 'reason' | 'review' | 'complete' | 'no-show' | 'notes';

export interface Action {
  kind: ActionKind;
  appointment: Appointment;
}

export type Ask = (action: Action) => void;

interface Offer {
  kind: ActionKind;
  label: string;
  icon: LucideIcon;
  /** Ends the appointment for good: asked about in red, and last. */
  ends?: boolean;
}

/** What the reader may ask for, in the order of every menu and page; the answer's `can` decides. */
export function offersOf({ can }: Appointment, reader: Reader): Offer[] {
  const offers: (Offer & { may: boolean })[] = [
    {
      kind: 'move',
      label: reader === 'patient' ? t`Move the visit` : t`Propose another time`,
      icon: CalendarClock,
      may: can.reschedule,
    },
    { kind: 'reason', label: t`Change the reason`, icon: Pencil, may: can.editReason },
    { kind: 'complete', label: t`Complete the visit`, icon: CircleCheckBig, may: can.complete },
    { kind: 'notes', label: t`Notes and summary`, icon: FileText, may: can.editNotes },
    { kind: 'review', label: t`Rate the visit`, icon: Star, may: can.review },
    { kind: 'no-show', label: t`Patient did not come`, icon: UserX, ends: true, may: can.markNoShow },
    { kind: 'cancel', label: t`Cancel the visit`, icon: CalendarX, ends: true, may: can.cancel },
  ];
  return offers.filter(({ may }) => may);
}
