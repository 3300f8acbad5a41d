import type { SocketFeature } from './realtime/types.js';

/** Every feature with live handlers. */
export const socketFeatures: SocketFeature[] = [];
