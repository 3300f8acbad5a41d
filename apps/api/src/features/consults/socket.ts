import {
  admitPeer,
  closeRoom,
  joinRoom,
  leaveRoom,
  peerSignalled,
  removePeer,
  sendChatMessage,
  signalPeer,
  watchConsults,
  watchWaiting,
} from '@health-connect/contract/consults';
import { invalid } from '../../http/errors.js';
import { logger } from '../../lib/logger.js';
import { on } from '../../realtime/on.js';
import { relay } from '../../realtime/publish.js';
import { peerRoom } from '../../realtime/rooms.js';
import type { SocketFeature } from '../../realtime/types.js';
import * as host from './host.js';
import { join } from './join.js';
import { leave, loseConnection } from './leave.js';
import { greet, liveOf } from './live.js';
import { sendConsultMessage } from './service.js';

const events = [
  on(joinRoom, join),
  on(leaveRoom, (socket, { appointmentId }) => leave(socket, appointmentId)),
  on(admitPeer, host.admit),
  on(removePeer, host.removePeer),
  on(closeRoom, (socket, { appointmentId }) => host.closeByHost(socket, appointmentId)),
  on(signalPeer, (socket, { to, description, candidate }) => {
    const { appointmentId, peerId: from } = host.requireSeat(socket);
    if (!description && !candidate) throw invalid('description', 'no_signal');
    // Only devices that are let in are in these rooms, each of this appointment alone.
    relay(socket, peerRoom(appointmentId, to), peerSignalled, { from, description, candidate });
  }),
  on(sendChatMessage, sendConsultMessage),
  on(watchWaiting, async (_socket, _payload, user) => (await liveOf(user)).waiting),
  on(watchConsults, async (_socket, _payload, user) => (await liveOf(user)).consults),
];

/** The live consult of an appointment: waiting room, seats, signalling, side chat. */
export const consultSockets: SocketFeature = (socket) => {
  for (const listen of events) listen(socket);
  void greet(socket);
  socket.on('disconnecting', (reason) => {
    if (reason === 'server shutting down') return;
    loseConnection(socket, { isFinal: reason === 'server namespace disconnect' }).catch((error: unknown) =>
      logger.warn({ err: error }, 'seat of a device'),
    );
  });
};
