import { callSockets } from './features/calls/socket.js';
import { consultSockets } from './features/consults/socket.js';
import { messageSockets } from './features/messages/socket.js';
import type { SocketFeature } from './realtime/types.js';

/** Every feature with live handlers. */
export const socketFeatures: SocketFeature[] = [messageSockets, callSockets, consultSockets];
