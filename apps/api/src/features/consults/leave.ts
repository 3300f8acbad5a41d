import { now } from '../../lib/clock.js';
import { socketsIn } from '../../realtime/publish.js';
import { deviceRoom } from '../../realtime/rooms.js';
import type { AppSocket } from '../../realtime/types.js';
import { whichAreOver } from '../appointments/service.js';
import { announceLeft } from './announce.js';
import { closeRoom } from './host.js';
import { ConsultModel, type ConsultRecord, type Seat } from './model.js';
import { changeRoom } from './room.js';
import { goneSince, isOccupied, markGone, SEAT_KEPT_MS, standUp } from './seats.js';

/** This device leaves its seat in a consult; where it has none, nothing happens. */
export async function leave(socket: AppSocket, appointmentId: string): Promise<void> {
  const { seat } = socket.data;
  if (seat?.appointmentId !== appointmentId.toLowerCase()) return;
  delete socket.data.seat;
  await free(seat.appointmentId, seat.peerId);
}

async function free(appointmentId: string, peerId: string): Promise<void> {
  const left = await changeRoom(appointmentId, (room) => standUp(room, peerId));
  if (left) announceLeft(left.consult, left.seat);
}

/** A socket with a seat closed: the seat is kept for a while, unless the session itself is over. */
export async function loseConnection(socket: AppSocket, { isFinal }: { isFinal: boolean }): Promise<void> {
  const { user, deviceId, seat } = socket.data;
  if (!seat) return;
  if (isFinal) return free(seat.appointmentId, seat.peerId);
  const sockets = await socketsIn(deviceRoom(user.id, deviceId));
  if (sockets.some(({ id }) => id !== socket.id)) return;
  const at = new Date(now());
  await changeRoom(seat.appointmentId, (room) => markGone(room, seat.peerId, at));
}

/** Frees the seats of devices that did not come back. Every process may run it at any time. */
export async function sweepGone(): Promise<void> {
  const before = new Date(now() - SEAT_KEPT_MS);
  const consults = await ConsultModel.find({ isLive: true, 'seats.goneAt': { $lte: before } }).lean<ConsultRecord[]>();
  for (const consult of consults) {
    for (const { peerId } of goneSince(consult, before)) await freeIfGone(consult, peerId, before);
  }
}

async function freeIfGone(consult: ConsultRecord, peerId: string, before: Date) {
  const left = await changeRoom(consult._id.toString(), (room) =>
    goneSince(room, before).some((seat) => seat.peerId === peerId) ? standUp(room, peerId) : null,
  );
  if (left) announceLeft(left.consult, left.seat);
}

/** Notices devices that nobody saw go, because their server process died. */
export async function sweepLost(): Promise<void> {
  const at = new Date(now());
  const consults = await ConsultModel.find({ isLive: true }).lean<ConsultRecord[]>();
  for (const consult of consults) {
    for (const seat of await lostSeats(consult)) {
      await changeRoom(consult._id.toString(), (room) => markGone(room, seat.peerId, at));
    }
  }
}

async function lostSeats({ seats }: ConsultRecord): Promise<Seat[]> {
  const here = seats.filter(({ goneAt }) => !goneAt);
  const sockets = await socketsIn(here.map(({ userId, deviceId }) => deviceRoom(userId, deviceId)));
  const devices = new Set(sockets.map(({ data }) => deviceRoom(data.user.id, data.deviceId)));
  return here.filter(({ userId, deviceId }) => !devices.has(deviceRoom(userId, deviceId)));
}

/** Sends those home who still wait when the time of their appointment is over; people who are inside may stay. */
export async function sweepOver(): Promise<void> {
  const consults = await ConsultModel.find({ isLive: true }).lean<ConsultRecord[]>();
  const ids = consults.filter((consult) => !isOccupied(consult)).map(({ _id }) => _id);
  for (const id of await whichAreOver(ids)) await closeRoom(id, 'window_closed');
}
