import type { Actor, AppointmentCommand } from '@health-connect/contract/status';
import type { AppointmentRecord } from '../db/appointments.js';
import { logger } from './logger.js';

/** What happened in the clinic, for features that react to it and are imported by none. */
export interface DomainEvents {
  'appointment.changed': {
    appointment: AppointmentRecord;
    command: AppointmentCommand | 'book';
    by: Actor;
  };
}

type EventName = keyof DomainEvents;
type Listener<E extends EventName> = (event: DomainEvents[E]) => void | Promise<void>;

const listeners = new Map<EventName, Set<Listener<never>>>();

/** Hears an event in this process; gives what stops hearing it. */
export function onEvent<E extends EventName>(name: E, listener: Listener<E>): () => void {
  const heard = listeners.get(name) ?? new Set();
  listeners.set(name, heard.add(listener));
  return () => void heard.delete(listener);
}

/** Tells every listener and waits for none: what happened is done, whatever they make of it. */
export function emitEvent<E extends EventName>(name: E, event: DomainEvents[E]): void {
  for (const listener of (listeners.get(name) ?? []) as Iterable<Listener<E>>) {
    Promise.resolve(event)
      .then(listener)
      .catch((error: unknown) => logger.error({ err: error, event: name }, 'a listener failed'));
  }
}
