import type { PayloadOf, ServerEventDeclaration } from '@health-connect/contract/event';
import { requireEvent } from '../http/declared.js';
import type { Exact } from '../http/exact.js';
import { deviceRoom, userRoom } from './rooms.js';
import type { AppServer, AppSocket } from './types.js';

let server: AppServer | null = null;

/** The socket server tells itself here once; use cases publish without knowing sockets. */
export const attachPublisher = (io: AppServer | null) => {
  server = io;
};

/** Exactly what the event declares: a key more does not compile. */
type Payload<E, T> = T & Exact<T, PayloadOf<E>>;

/** Socket.IO cannot type a payload that depends on a generic event; the declarations do, in these signatures. */
interface Emitter {
  emit(name: string, payload: unknown): unknown;
}
function say(to: unknown, event: ServerEventDeclaration, payload: unknown): void {
  requireEvent(event, payload);
  (to as Emitter).emit(event.name, payload);
}

/** To everyone in a room, in every server process. Without a socket server (unit tests, seeding) nobody listens. */
export function publish<E extends ServerEventDeclaration, T extends PayloadOf<E>>(
  room: string | string[],
  event: E,
  payload: Payload<E, T>,
): void {
  if (server) say(server.to(room), event, payload);
}

/** To every device of one person. */
export const publishToUser = <E extends ServerEventDeclaration, T extends PayloadOf<E>>(
  userId: string,
  event: E,
  payload: Payload<E, T>,
): void => publish<E, T>(userRoom(userId), event, payload);

/** To every device of one person but one. */
export function publishToOtherDevices<E extends ServerEventDeclaration, T extends PayloadOf<E>>(
  userId: string,
  deviceId: string,
  event: E,
  payload: Payload<E, T>,
): void {
  if (server) say(server.to(userRoom(userId)).except(deviceRoom(userId, deviceId)), event, payload);
}

/** To one device alone. */
export const tell = <E extends ServerEventDeclaration, T extends PayloadOf<E>>(
  socket: AppSocket,
  event: E,
  payload: Payload<E, T>,
): void => say(socket, event, payload);

/** To everyone in a room but the device that speaks. */
export const relay = <E extends ServerEventDeclaration, T extends PayloadOf<E>>(
  socket: AppSocket,
  room: string,
  event: E,
  payload: Payload<E, T>,
): void => say(socket.to(room), event, payload);

/** Sockets in a room, or in any of several, over all server processes. */
export const socketsIn = async (room: string | string[]) =>
  server && room.length > 0 ? server.in(room).fetchSockets() : [];

export const isOnline = async (userId: string) => (await socketsIn(userRoom(userId))).length > 0;

/** Lets every socket of `from` hear `into` too, or no longer. */
export const joinRoom = (from: string | string[], into: string | string[]) => server?.in(from).socketsJoin(into);
export const leaveRoom = (from: string | string[], out: string | string[]) => server?.in(from).socketsLeave(out);

/** Ends the connection of every socket in a room: sessions that ended must not go on listening. */
export const disconnectRoom = (room: string) => server?.in(room).disconnectSockets(true);
