import type { AppointmentDoctor, AppointmentPatient } from '@health-connect/contract/appointments';
import type { CallEndReason, CallState } from '@health-connect/contract/calls';
import type { Types } from 'mongoose';
import type { AppointmentRecord, HistoryRecord } from '../db/appointments.js';
import { within } from './within.js';

/** The same each time it is told: what a listener stores about an event, it stores under this id. */
interface Identified {
  id: Types.ObjectId;
}

interface AppointmentChanged extends Identified {
  /** As it is now, which may be more than one change later. */
  appointment: AppointmentRecord;
  change: HistoryRecord;
  /** What the process that made the change happens to know; nobody does after a restart. */
  people?: { doctor: AppointmentDoctor; patient: AppointmentPatient };
  keepsSlots?: boolean;
}

interface CallEnded extends Identified {
  callId: string;
  callerId: string;
  calleeId: string;
  callerDevice: string;
  calleeDevice: string;
  reason: CallEndReason;
  /** What it was before; null where it never rang. */
  from: CallState | null;
  /** The device of the callee that declined. */
  byDevice: string | null;
}

/** What happened in the clinic: stored with the change itself, and told at least once (db/outbox.ts). */
export interface DomainEvents {
  'appointment.changed': AppointmentChanged;
  'call.ended': CallEnded;
}

export type EventName = keyof DomainEvents;

/** Told twice it does no more than once; it writes down or tells, and leaves what takes long to work of its own. */
type Hear<E extends EventName> = (event: DomainEvents[E]) => void | Promise<void>;

export interface Listener {
  event: EventName;
  /** Stored with events that it has not heard yet: a new name hears only of what comes. */
  name: string;
  isFirst: boolean;
  hear: Hear<never>;
}

/** Declares that a feature wants to hear of an event. `isFirst`: it stores what others then ask for. */
export const listenTo = <E extends EventName>(
  event: E,
  name: string,
  hear: Hear<E>,
  { isFirst = false } = {},
): Listener => ({ event, name, isFirst, hear });

export interface Failure {
  name: string;
  error: unknown;
}

/** A listener that takes longer has failed. */
export const LISTENER_MS = 5000;

let listening: readonly Listener[] = [];

/** From now on these hear what happens; gives what ends that. */
export function startListening(listeners: readonly Listener[]): () => void {
  listening = [...listening, ...listeners];
  return () => {
    listening = listening.filter((listener) => !listeners.includes(listener));
  };
}

/** Whether anybody listens in this process. Where nobody does (a command, seeding), events are left to a server. */
export const isListening = (): boolean => listening.length > 0;

export const listenersOf = (event: EventName): string[] =>
  listening.filter((listener) => listener.event === event).map(({ name }) => name);

/** Tells those of the names given, who listens first before the others; gives who failed. One does not hold up another. */
export async function tell<E extends EventName>(
  event: E,
  payload: DomainEvents[E],
  names: readonly string[],
): Promise<Failure[]> {
  const told = listening.filter((listener) => listener.event === event && names.includes(listener.name));
  const first = await tellAll(
    told.filter(({ isFirst }) => isFirst),
    payload,
  );
  return [
    ...first,
    ...(await tellAll(
      told.filter(({ isFirst }) => !isFirst),
      payload,
    )),
  ];
}

async function tellAll(listeners: readonly Listener[], payload: DomainEvents[EventName]): Promise<Failure[]> {
  const failures = await Promise.all(
    listeners.map(async ({ name, hear }) => {
      try {
        await within(LISTENER_MS, Promise.resolve(payload as never).then(hear));
        return null;
      } catch (error) {
        return { name, error };
      }
    }),
  );
  return failures.filter((failure) => failure !== null);
}
