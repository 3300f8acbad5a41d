import type { SessionUser } from '@health-connect/contract/accounts';
import type { PeerRole } from '@health-connect/contract/consults';
import type { ClientToServerEvents, ServerToClientEvents } from '@health-connect/contract/realtime';
import type { Server, Socket } from 'socket.io';

/** Where this socket sits in a consult; set by the server only. */
export interface ConsultSeat {
  appointmentId: string;
  peerId: string;
  name: string;
  role: PeerRole;
  /** Epoch milliseconds. */
  since: number;
}

/** What the server knows of a socket. Plain data, because other server processes read it too. */
export interface SocketData {
  user: SessionUser;
  deviceId: string;
  sessionKey: string;
  seat?: ConsultSeat;
}

export type AppServer = Server<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketData>;
export type AppSocket = Socket<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketData>;

/** A feature's live handlers: called once for every socket that is let in. */
export type SocketFeature = (socket: AppSocket) => void | Promise<void>;
