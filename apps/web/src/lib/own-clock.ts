import type { Account } from '@health-connect/contract/accounts';
import type { HourCycle } from '@health-connect/scheduling/format';
import { useSyncExternalStore } from 'react';

/** On whose clock everything is shown. */
export interface OwnClock {
  timeZone: string;
  hours: HourCycle;
}

/** Where this device is. */
export const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const deviceHours = (): HourCycle =>
  new Intl.DateTimeFormat(navigator.language, { hour: 'numeric' }).resolvedOptions().hour12 ? 12 : 24;

/**
 * The one rule: what the account says, and this device for whoever is signed out or leaves it to the device. A doctor's
 * is the zone of their hours.
 */
export const clockOf = (account: Account | null): OwnClock => ({
  timeZone: account && !account.zoneFromDevice ? account.timeZone : deviceZone(),
  hours: account?.hourCycle ? (Number(account.hourCycle) as HourCycle) : deviceHours(),
});

let clock: OwnClock | null = null;
const listeners = new Set<() => void>();

export const ownClock = (): OwnClock => (clock ??= clockOf(null));
export const ownZone = () => ownClock().timeZone;
export const ownHours = () => ownClock().hours;

/** The reader's zone in a component, which is drawn again when their clock changes. */
export const useOwnZone = () => useSyncExternalStore(subscribe, ownClock).timeZone;

/** Sets the clock before anything below is drawn with it; `tellClock` then redraws what was there already. */
export function setClock(account: Account | null): void {
  const next = clockOf(account);
  if (next.timeZone !== ownZone() || next.hours !== ownHours()) clock = next;
}

export const tellClock = () => listeners.forEach((listener) => listener());

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
