import { createHash } from 'node:crypto';
import type { SessionUser } from '@health-connect/contract/accounts';
import type { JoinReply, JoinRoom } from '@health-connect/contract/consults';
import type { AppointmentRecord } from '../../db/appointments.js';
import { type AppError, ensure, ensureFound, notFound, refused } from '../../http/errors.js';
import { now } from '../../lib/clock.js';
import type { AppSocket } from '../../realtime/types.js';
import { appointmentForConsult, recordPatientJoined } from '../appointments/service.js';
import { announceLeft, announceSeated } from './announce.js';
import { leave } from './leave.js';
import { goesOn, whyNotOpen } from './policy.js';
import { changeRoom, findConsult, openConsult } from './room.js';
import {
  hasDoctor,
  type Newcomer,
  peersOf,
  presentPeer,
  presentWaiting,
  type Seated,
  sitDown,
  waitingIn,
} from './seats.js';

/**
 * Takes a seat in the consult of an appointment: the doctor inside, the patient in the waiting room until admitted.
 * @throws AppError `not_found` for all but its two people, `not_open`, `room_full`.
 */
export async function join(socket: AppSocket, { appointmentId: given, guestToken }: JoinRoom): Promise<JoinReply> {
  if (guestToken !== undefined) throw notFound();
  const { user } = socket.data;
  const { appointment, doctor, patient } = await appointmentForConsult(user, given);
  const refusal = await whyRefused(user, appointment);
  if (refusal) throw refusal;

  const appointmentId = appointment._id.toString();
  const elsewhere = socket.data.seat;
  if (elsewhere && elsewhere.appointmentId !== appointmentId) await leave(socket, elsewhere.appointmentId);
  // Before the seat: who cancels in this moment either keeps the patient out, or is told that they came.
  if (user.role === 'patient') ensure(await recordPatientJoined(appointmentId), 'not_open');
  await openConsult(appointmentId, doctor._id, patient._id);
  return seat(socket, appointmentId);
}

/** Why they may not join now; null where they may, or where the consult goes on past the time of its door. */
async function whyRefused(user: SessionUser, appointment: AppointmentRecord): Promise<AppError | null> {
  const refusal = whyNotOpen(user, appointment, now());
  if (refusal === null) return null;
  const consult = await findConsult(appointment._id.toString());
  return consult && goesOn(consult, appointment, now()) ? null : refusal;
}

async function seat(socket: AppSocket, appointmentId: string): Promise<JoinReply> {
  const newcomer = newcomerOf(socket, appointmentId);
  const at = new Date(now());
  const seated = await changeRoom(appointmentId, (room) => sitDown(room, newcomer, at) ?? roomFull());
  ensureFound(seated);
  const { peerId, name, role, since } = seated.seat;
  socket.data.seat = { appointmentId, peerId, name, role, since: since.getTime() };
  if (seated.replaced) announceLeft(seated.consult, seated.replaced, 'taken_over');
  announceSeated(seated.consult, seated.seat, seated.room);
  return replyOf(appointmentId, seated);
}

const roomFull = (): never => {
  throw refused('room_full');
};

function replyOf(appointmentId: string, { room, seat: { peerId, role, isAdmitted }, seat }: Seated): JoinReply {
  return {
    self: presentPeer(seat),
    waiting: !isAdmitted,
    peers: isAdmitted ? peersOf(room, peerId) : [],
    waitingPeers: role === 'doctor' ? waitingIn(room).map((one) => presentWaiting(appointmentId, one)) : [],
    doctorPresent: hasDoctor(room),
  };
}

/** Name and role are the account's; the peer id is the same whenever this tab comes back, and tells nothing. */
function newcomerOf({ data: { user, deviceId } }: AppSocket, appointmentId: string): Newcomer {
  return {
    peerId: peerIdOf(appointmentId, user.id, deviceId),
    userId: user.id,
    deviceId,
    name: user.name,
    role: user.role === 'doctor' ? 'doctor' : 'patient',
  };
}

const peerIdOf = (...parts: string[]) => createHash('sha256').update(parts.join(':')).digest('base64url').slice(0, 22);
