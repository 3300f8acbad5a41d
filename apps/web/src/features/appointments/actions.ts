import type { Appointment } from '@health-connect/contract/appointments';

/** What a dialog asks about a visit before it happens. */
export type ActionKind = 'cancel' | 'move' | 'reason' | 'review' | 'complete' | 'no-show' | 'notes';

export interface Action {
  kind: ActionKind;
  visit: Appointment;
}

export type Ask = (action: Action) => void;
