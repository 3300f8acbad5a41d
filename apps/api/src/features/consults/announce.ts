import {
  doctorPresent,
  existingPeers,
  peerJoined,
  peerLeft,
  peerWaiting,
  peerWaitingLeft,
  roomClosed,
  type RoomClosedReason,
} from '@health-connect/contract/consults';
import { joinRoom, leaveRoom, publish, publishToUser } from '../../realtime/publish.js';
import { consultRoom, deviceRoom, peerRoom, waitingRoom } from '../../realtime/rooms.js';
import type { ConsultRecord, Seat } from './model.js';
import { peersOf, presentPeer, presentWaiting, type Room } from './seats.js';

const idOf = (consult: ConsultRecord) => consult._id.toString();
const deviceOf = ({ userId, deviceId }: Seat) => deviceRoom(userId, deviceId);

/** The rooms of somebody who is in, and of somebody who waits. Being in them is the permission to hear and signal. */
const roomsOf = (appointmentId: string, seat: Seat) =>
  seat.isAdmitted ? [consultRoom(appointmentId), peerRoom(appointmentId, seat.peerId)] : [waitingRoom(appointmentId)];

/** Somebody sat down: those inside, or the doctor wherever they are, hear of it. */
export function announceSeated(consult: ConsultRecord, seat: Seat, room: Room) {
  const appointmentId = idOf(consult);
  if (!seat.isAdmitted) {
    joinRoom(deviceOf(seat), roomsOf(appointmentId, seat));
    publishToUser(consult.doctorId.toString(), peerWaiting, presentWaiting(appointmentId, seat));
    return;
  }
  leaveRoom(deviceOf(seat), [waitingRoom(appointmentId), ...roomsOf(appointmentId, seat)]);
  publish(consultRoom(appointmentId), peerJoined, presentPeer(seat));
  joinRoom(deviceOf(seat), roomsOf(appointmentId, seat));
  publish(deviceOf(seat), existingPeers, peersOf(room, seat.peerId));
  if (seat.role === 'doctor') announceDoctor(appointmentId, true);
}

/** Somebody's seat is free: they leave every room, and those who knew of them hear it. */
export function announceLeft(consult: ConsultRecord, seat: Seat, reason?: RoomClosedReason) {
  const appointmentId = idOf(consult);
  leaveRoom(deviceOf(seat), roomsOf(appointmentId, seat));
  if (reason) publish(deviceOf(seat), roomClosed, { appointmentId, reason });
  if (!seat.isAdmitted) {
    publishToUser(consult.doctorId.toString(), peerWaitingLeft, presentWaiting(appointmentId, seat));
    return;
  }
  publish(consultRoom(appointmentId), peerLeft, presentPeer(seat));
  if (seat.role === 'doctor' && reason !== 'taken_over') announceDoctor(appointmentId, false);
}

export function announceClosed(appointmentId: string, seats: Seat[], reason: RoomClosedReason) {
  const everyone = [consultRoom(appointmentId), waitingRoom(appointmentId)];
  publish(everyone, roomClosed, { appointmentId, reason });
  for (const seat of seats) leaveRoom(deviceOf(seat), roomsOf(appointmentId, seat));
  // Their seats were freed by a process that died before it told them.
  if (seats.length === 0) leaveRoom(everyone, everyone);
}

const announceDoctor = (appointmentId: string, present: boolean) =>
  publish([waitingRoom(appointmentId), consultRoom(appointmentId)], doctorPresent, { appointmentId, present });
