import {
  answerCall,
  callConnected,
  callUser,
  endCall,
  rejectCall,
  relayCandidate,
  signalCall,
} from '@health-connect/contract/calls';
import { logger } from '../../lib/logger.js';
import { event } from '../../realtime/on.js';
import type { SocketFeature } from '../../realtime/types.js';
import { answer } from './answer.js';
import { comeBack, goAway } from './devices.js';
import { decline, endCallsOf, hangUp } from './end.js';
import { ring } from './ring.js';
import { callIdOf, markActive, requireCallRoom } from './signal.js';

const events = [
  event('call-user', callUser, ({ data }, payload, user) => ring(user, data.deviceId, payload)),
  event('answer-call', answerCall, async ({ data }, payload, user) => {
    await answer(user, data.deviceId, payload);
    return null;
  }),
  event('call-rejected', rejectCall, async ({ data }, payload, user) => {
    await decline(user, data.deviceId, payload);
    return null;
  }),
  event('call-end', endCall, async ({ data }, payload, user) => {
    await hangUp(user, data.deviceId, payload);
    return null;
  }),
  event('ice-candidate', relayCandidate, async (socket, { callId, candidate }, user) => {
    const room = await requireCallRoom(socket, callId);
    socket.to(room).emit('ice-candidate', { from: user.id, callId: callId ?? callIdOf(socket), candidate });
    return null;
  }),
  event('call-signal', signalCall, async (socket, { callId, description }) => {
    const room = await requireCallRoom(socket, callId);
    socket.to(room).emit('call-signal', { callId, description });
    return null;
  }),
  event('call-connected', callConnected, async (socket, { callId }) => {
    await requireCallRoom(socket, callId);
    await markActive(callId);
    return null;
  }),
];

const logFailure = (error: unknown) => logger.warn({ err: error }, 'calls of a device');

/** Ringing calls between two people with a care relationship. */
export const callSockets: SocketFeature = async (socket) => {
  for (const listen of events) listen(socket);
  socket.on('disconnecting', (reason) => {
    const callId = callIdOf(socket);
    const { user, deviceId } = socket.data;
    // The server itself cut it: the session is over, and with it the call.
    if (reason === 'server namespace disconnect') endCallsOf(user, deviceId).catch(logFailure);
    else if (callId && reason !== 'server shutting down') goAway(socket, callId).catch(logFailure);
  });
  await comeBack(socket).catch(logFailure);
};
