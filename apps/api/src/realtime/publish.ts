import type { ServerEvent, ServerToClientEvents } from '@health-connect/contract/realtime';
import { deviceRoom, userRoom } from './rooms.js';
import type { AppServer } from './types.js';

let server: AppServer | null = null;

/** The socket server tells itself here once; use cases publish without knowing sockets. */
export const attachPublisher = (io: AppServer | null) => {
  server = io;
};

type Payload<E extends ServerEvent> = Parameters<ServerToClientEvents[E]>;

/** To everyone in a room, in every server process. Without a socket server (unit tests, seeding) nobody listens. */
export function publish<E extends ServerEvent>(room: string | string[], event: E, ...payload: Payload<E>): void {
  server?.to(room).emit(event, ...payload);
}

/** To every device of one person. */
export const publishToUser = <E extends ServerEvent>(userId: string, event: E, ...payload: Payload<E>): void =>
  publish(userRoom(userId), event, ...payload);

/** To every device of one person but one. */
export const publishToOtherDevices = <E extends ServerEvent>(
  userId: string,
  deviceId: string,
  event: E,
  ...payload: Payload<E>
): void =>
  void server
    ?.to(userRoom(userId))
    .except(deviceRoom(userId, deviceId))
    .emit(event, ...payload);

/** Sockets in a room, or in any of several, over all server processes. */
export const socketsIn = async (room: string | string[]) =>
  server && room.length > 0 ? server.in(room).fetchSockets() : [];

export const isOnline = async (userId: string) => (await socketsIn(userRoom(userId))).length > 0;

/** Lets every socket of `from` hear `into` too, or no longer. */
export const joinRoom = (from: string | string[], into: string | string[]) => server?.in(from).socketsJoin(into);
export const leaveRoom = (from: string | string[], out: string | string[]) => server?.in(from).socketsLeave(out);

/** Ends the connection of every socket in a room: sessions that ended must not go on listening. */
export const disconnectRoom = (room: string) => server?.in(room).disconnectSockets(true);
