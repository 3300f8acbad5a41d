import type { PeerCommand, RoomClosedReason } from '@health-connect/contract/consults';
import { ensure, ensureFound, refused } from '../../http/errors.js';
import { consultRoom } from '../../realtime/rooms.js';
import type { AppSocket, ConsultSeat } from '../../realtime/types.js';
import { announceClosed, announceLeft, announceSeated } from './announce.js';
import { changeRoom, findConsult } from './room.js';
import { letIn, turnOut } from './seats.js';

/** The seat of a socket that is inside a consult: its rooms say so, on whichever process it was let in. */
export function requireSeat(socket: AppSocket, appointmentId?: string): ConsultSeat {
  const { seat } = socket.data;
  const isInside = seat && socket.rooms.has(consultRoom(seat.appointmentId));
  const isThis = appointmentId === undefined || seat?.appointmentId === appointmentId.toLowerCase();
  ensureFound(isInside && isThis ? seat : null);
  return seat!;
}

function requireHost(socket: AppSocket, appointmentId: string): ConsultSeat {
  const seat = requireSeat(socket, appointmentId);
  ensure(seat.role === 'doctor', 'doctor_only');
  return seat;
}

/** Lets somebody in who waits. */
export async function admit(socket: AppSocket, { appointmentId: given, peerId }: PeerCommand): Promise<void> {
  const { appointmentId } = requireHost(socket, given);
  const admitted = await changeRoom(appointmentId, (room) => {
    const result = letIn(room, peerId);
    if (result === 'full') throw refused('room_full');
    return result;
  });
  ensureFound(admitted);
  announceSeated(admitted.consult, admitted.seat, admitted.room);
}

/** Sends somebody out, who may come back to the waiting room. */
export async function removePeer(socket: AppSocket, { appointmentId: given, peerId }: PeerCommand): Promise<void> {
  const { appointmentId, peerId: self } = requireHost(socket, given);
  const removed = await changeRoom(appointmentId, (room) => (peerId === self ? null : turnOut(room, peerId)));
  ensureFound(removed);
  announceLeft(removed.consult, removed.seat, 'removed');
}

/** The doctor ends the consult for everyone. */
export async function closeByHost(socket: AppSocket, given: string): Promise<void> {
  const { appointmentId } = requireHost(socket, given);
  await closeRoom(appointmentId, 'ended');
}

/**
 * Everyone, waiting or inside, is told why and leaves; whoever comes again waits again. Nobody is asked to return. Also
 * where no seat is taken: a process may have died after it freed them. Where nobody ever came nobody is told.
 */
export async function closeRoom(appointmentId: string, reason: RoomClosedReason): Promise<void> {
  if (!(await findConsult(appointmentId))) return;
  const closed = await changeRoom(appointmentId, ({ seats, admitted }) =>
    seats.length + admitted.length > 0 ? { room: { seats: [], admitted: [] } } : null,
  );
  announceClosed(appointmentId, closed?.consult.seats ?? [], reason);
}
