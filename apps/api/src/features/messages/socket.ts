import { receipt, socketMessage, typingTo } from '@health-connect/contract/messages';
import { watchPresence } from '@health-connect/contract/presence';
import { invalid } from '../../http/errors.js';
import { logger } from '../../lib/logger.js';
import { now } from '../../lib/clock.js';
import { event } from '../../realtime/on.js';
import { publishToUser } from '../../realtime/publish.js';
import { presenceRoom } from '../../realtime/rooms.js';
import type { AppSocket, SocketFeature } from '../../realtime/types.js';
import { requireMayWriteFrom } from './access.js';
import { announceOfflineIfGone, announceOnline, watch } from './presence.js';
import { markDelivered, markRead } from './receipts.js';
import { sendTo } from './service.js';
import { createTyping } from './typing.js';

const GONE_AFTER_MS = 4000;
const MAX_WATCHED = 300;

const events = [
  event('message-send', socketMessage, async (socket, { to, type, text, image, clientId }, user) => {
    if (type === 'image' && !image) throw invalid('image', 'Choose a picture.');
    const pair = await requireMayWriteFrom(socket, to);
    return (await sendTo(pair, user, { text, image, clientId })).message;
  }),
  event('message-delivered', receipt, async (_socket, payload, user) => {
    await markDelivered(user, payload);
    return null;
  }),
  event('message-read', receipt, async (_socket, payload, user) => {
    await markRead(user, payload);
    return null;
  }),
  event('typing-start', typingTo, async (socket, { to }) => {
    await requireMayWriteFrom(socket, to);
    typingOf(socket).start(to.toLowerCase());
    return null;
  }),
  event('typing-stop', typingTo, (socket, { to }) => {
    typing.get(socket)?.stop(to.toLowerCase());
    return null;
  }),
  event('presence-watch', watchPresence, async (socket, { userIds }, user) => {
    const { visible, states } = await watch(user, userIds);
    await socket.join([...visible].map(presenceRoom));
    await forgetOldest(socket);
    return states;
  }),
];

const typing = new WeakMap<AppSocket, ReturnType<typeof createTyping>>();

function typingOf(socket: AppSocket) {
  const from = socket.data.user.id;
  const mine = typing.get(socket) ?? createTyping((name, to) => publishToUser(to, name, { from }), now);
  typing.set(socket, mine);
  return mine;
}

/** A socket that watches person after person does not gather rooms for ever. */
async function forgetOldest(socket: AppSocket) {
  const watched = [...socket.rooms].filter((room) => room.startsWith(presenceRoom('')));
  for (const room of watched.slice(0, -MAX_WATCHED)) await socket.leave(room);
}

/** Messages, receipts, typing and presence. */
export const messageSockets: SocketFeature = (socket) => {
  for (const listen of events) listen(socket);
  const { id } = socket.data.user;
  announceOnline(id);
  socket.on('disconnect', (reason) => {
    typing.get(socket)?.stopAll();
    if (reason === 'server shutting down') return;
    setTimeout(() => {
      announceOfflineIfGone(id).catch((error: unknown) => logger.warn({ err: error }, 'presence'));
    }, GONE_AFTER_MS).unref();
  });
};
