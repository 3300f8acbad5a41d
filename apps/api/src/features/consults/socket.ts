import {
  closeRoom,
  consultMessage,
  joinRoom,
  leaveRoom,
  peerCommand,
  signalPeer,
  watchVisits,
  watchWaiting,
} from '@health-connect/contract/consults';
import { ensure, invalid } from '../../http/errors.js';
import { logger } from '../../lib/logger.js';
import { event } from '../../realtime/on.js';
import { peerRoom } from '../../realtime/rooms.js';
import type { SocketFeature } from '../../realtime/types.js';
import { admit, closeByHost, removePeer, requireSeat } from './host.js';
import { join } from './join.js';
import { leave, loseConnection } from './leave.js';
import { greet, liveOf } from './live.js';
import { sendConsultMessage } from './service.js';

const events = [
  event('join-room', joinRoom, join),
  event('leave-room', leaveRoom, async (socket, { appointmentId }) => {
    await leave(socket, appointmentId);
    return null;
  }),
  event('admit', peerCommand, async (socket, payload) => {
    await admit(socket, payload);
    return null;
  }),
  event('remove-peer', peerCommand, async (socket, payload) => {
    await removePeer(socket, payload);
    return null;
  }),
  event('close-room', closeRoom, async (socket, { appointmentId }) => {
    await closeByHost(socket, appointmentId);
    return null;
  }),
  event('signal', signalPeer, (socket, { to, description, candidate }) => {
    const { appointmentId, peerId: from } = requireSeat(socket);
    if (!description && !candidate) throw invalid('description', 'Needs a description or a candidate.');
    // Only devices that are let in are in these rooms, each of this appointment alone.
    socket.to(peerRoom(appointmentId, to)).emit('signal', { from, description, candidate });
    return null;
  }),
  event('chat-message', consultMessage, sendConsultMessage),
  event('waiting-watch', watchWaiting, async (_socket, _payload, user) => {
    ensure(user.role === 'doctor', 'forbidden', 'Only doctors have patients who wait.');
    return (await liveOf(user)).waiting;
  }),
  event('visits-watch', watchVisits, async (_socket, _payload, user) => (await liveOf(user)).consults),
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
