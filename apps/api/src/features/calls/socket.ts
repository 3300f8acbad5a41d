import {
  answerCall,
  callConnected,
  callSignalled,
  callUser,
  candidateRelayed,
  endCall,
  rejectCall,
  relayCandidate,
  signalCall,
} from '@health-connect/contract/calls';
import { logger } from '../../lib/logger.js';
import { on } from '../../realtime/on.js';
import { relay } from '../../realtime/publish.js';
import type { SocketFeature } from '../../realtime/types.js';
import { answer } from './answer.js';
import { comeBack, goAway } from './devices.js';
import { decline, endCallsOf, hangUp } from './end.js';
import { ring } from './ring.js';
import { callIdOf, markActive, requireCallRoom } from './signal.js';

const events = [
  on(callUser, ({ data }, payload, user) => ring(user, data.deviceId, payload)),
  on(answerCall, ({ data }, payload, user) => answer(user, data.deviceId, payload)),
  on(rejectCall, ({ data }, payload, user) => decline(user, data.deviceId, payload)),
  on(endCall, ({ data }, payload, user) => hangUp(user, data.deviceId, payload)),
  on(relayCandidate, async (socket, { callId, candidate }, user) => {
    const room = await requireCallRoom(socket, callId);
    relay(socket, room, candidateRelayed, { from: user.id, callId: callId ?? callIdOf(socket), candidate });
  }),
  on(signalCall, async (socket, { callId, description }) => {
    const room = await requireCallRoom(socket, callId);
    relay(socket, room, callSignalled, { callId, description });
  }),
  on(callConnected, async (socket, { callId }) => {
    await requireCallRoom(socket, callId);
    await markActive(callId);
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
