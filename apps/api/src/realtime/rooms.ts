/** Every room name, in one place. Membership of a room is the permission to hear it. */
export const userRoom = (userId: string) => `user:${userId}`;
/** One tab of one person; a reload or reconnect comes back to it. */
export const deviceRoom = (userId: string, deviceId: string) => `device:${userId}:${deviceId}`;
/** All sockets that were opened with one session token. */
export const sessionRoom = (key: string) => `session:${key}`;
/** The two bound devices of an accepted call. */
export const callRoom = (callId: string) => `call:${callId}`;
/** People who are let into a consult, and those who wait. */
export const consultRoom = (appointmentId: string) => `consult:${appointmentId}`;
export const waitingRoom = (appointmentId: string) => `waiting:${appointmentId}`;
/** One person's device in one consult. */
export const peerRoom = (appointmentId: string, peerId: string) => `peer:${appointmentId}:${peerId}`;
/** Devices of a doctor who may write to a patient for now; they are put out when the care relationship ends. */
export const writingRoom = (conversationId: string) => `writing:${conversationId}`;
/** Those who watch whether a person is online. */
export const presenceRoom = (userId: string) => `presence:${userId}`;
