import { MAX_PARTICIPANTS, type Peer, type WaitingPeer } from '@health-connect/contract/consults';
import type { Seat } from './model.js';

/** Who sits in a consult, and whom the doctor let in. Every function gives a new room and leaves the old one alone. */
export interface Room {
  seats: Seat[];
  admitted: string[];
}

/** A blink of the network or a reload keeps its seat for this long. */
export const SEAT_KEPT_MS = 8000;

export type Newcomer = Pick<Seat, 'peerId' | 'userId' | 'deviceId' | 'name' | 'role'>;

export interface Seated {
  room: Room;
  seat: Seat;
  /** The same person's other device, which gives way. */
  replaced: Seat | null;
}

/**
 * Seats somebody: the doctor at once, others once they were let in. The same device keeps its seat; another device of
 * the same person takes it over. Null when the room is full.
 */
export function sitDown(room: Room, newcomer: Newcomer, at: Date): Seated | null {
  const mine = room.seats.find(({ userId }) => userId === newcomer.userId);
  const isSameDevice = mine?.peerId === newcomer.peerId;
  const others = room.seats.filter((seat) => seat !== mine);
  const isAdmitted = newcomer.role === 'doctor' || room.admitted.includes(newcomer.userId);
  if (isAdmitted && isFull(others)) return null;
  const seat: Seat = { ...newcomer, isAdmitted, since: isSameDevice ? mine.since : at, goneAt: null };
  return { room: { ...room, seats: [...others, seat] }, seat, replaced: mine && !isSameDevice ? mine : null };
}

/** Lets somebody in who waits. Null where nobody of that id waits; `full` when there is no room. */
export function letIn(room: Room, peerId: string): { room: Room; seat: Seat } | 'full' | null {
  const waiting = room.seats.find((seat) => seat.peerId === peerId && !seat.isAdmitted);
  if (!waiting) return null;
  if (isFull(room.seats)) return 'full';
  const seat = { ...waiting, isAdmitted: true };
  return { room: { seats: swap(room.seats, seat), admitted: [...room.admitted, seat.userId] }, seat };
}

export function standUp(room: Room, peerId: string): { room: Room; seat: Seat } | null {
  const seat = room.seats.find((one) => one.peerId === peerId);
  return seat ? { room: { ...room, seats: room.seats.filter((one) => one !== seat) }, seat } : null;
}

/** Takes somebody's seat and the right to walk in again. */
export function turnOut(room: Room, peerId: string): { room: Room; seat: Seat } | null {
  const left = standUp(room, peerId);
  if (!left) return null;
  const admitted = left.room.admitted.filter((userId) => userId !== left.seat.userId);
  return { seat: left.seat, room: { ...left.room, admitted } };
}

/** Remembers since when a device is gone. Null where that is known already, or there is no such seat. */
export function markGone(room: Room, peerId: string, at: Date): { room: Room; seat: Seat } | null {
  const here = room.seats.find((one) => one.peerId === peerId && !one.goneAt);
  if (!here) return null;
  const seat = { ...here, goneAt: at };
  return { room: { ...room, seats: swap(room.seats, seat) }, seat };
}

/** The seats of devices that are gone since `before` or longer. */
export const goneSince = ({ seats }: Room, before: Date) =>
  seats.filter(({ goneAt }) => goneAt !== null && goneAt.getTime() <= before.getTime());

const swap = (seats: Seat[], seat: Seat) => seats.map((one) => (one.peerId === seat.peerId ? seat : one));
const isFull = (seats: Seat[]) => seats.filter(({ isAdmitted }) => isAdmitted).length >= MAX_PARTICIPANTS;

export const presentPeer = ({ peerId, name, role }: Seat): Peer => ({ peerId, name, role });

export const presentWaiting = (appointmentId: string, seat: Seat): WaitingPeer => ({
  ...presentPeer(seat),
  appointmentId,
  since: seat.since.toISOString(),
});

/** Those let in and connected, but for one: whom a newcomer offers to. */
export const peersOf = ({ seats }: Room, but: string): Peer[] =>
  seats.filter(({ isAdmitted, goneAt, peerId }) => isAdmitted && !goneAt && peerId !== but).map(presentPeer);

/**
 * Everybody for whom the doctor should come, and since when: those not let in yet and, where no doctor is in the room,
 * those inside (ROOM-7: the doctor left, and they wait again). Devices that are gone since `before` do not wait.
 */
export function waitingForDoctor(
  room: Room & { doctorLeftAt?: Date | null },
  before: Date,
): { seat: Seat; since: Date }[] {
  const gone = goneSince(room, before);
  const isAlone = !hasDoctor(room);
  return room.seats
    .filter((seat) => !gone.includes(seat) && (isAlone || !seat.isAdmitted))
    .map((seat) => ({
      seat,
      since: seat.isAdmitted ? later(seat.since, room.doctorLeftAt ?? seat.since) : seat.since,
    }));
}

const later = (one: Date, other: Date) => (one > other ? one : other);

export const waitingIn = ({ seats }: Room): Seat[] => seats.filter(({ isAdmitted }) => !isAdmitted);
export const hasDoctor = ({ seats }: Room): boolean => seats.some(({ role }) => role === 'doctor');

/** Somebody is in, not only at the door. */
export const isOccupied = ({ seats }: Room): boolean => seats.some(({ isAdmitted }) => isAdmitted);

/** Doctor and patient are together. */
export const isTalking = ({ seats }: Room): boolean =>
  (['doctor', 'patient'] as const).every((role) => seats.some((seat) => seat.role === role && seat.isAdmitted));
