import { messageDelivered, messageRead, messageSend, typingStart, typingStop } from '@health-connect/contract/messages';
import { watchPresence } from '@health-connect/contract/presence';
import { invalid } from '../../http/errors.js';
import { logger } from '../../lib/logger.js';
import { now } from '../../lib/clock.js';
import { on } from '../../realtime/on.js';
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
  on(messageSend, async (socket, { to, type, text, image, clientId }, user) => {
    if (type === 'image' && !image) throw invalid('image', 'no_picture');
    const pair = await requireMayWriteFrom(socket, to);
    return (await sendTo(pair, user, { text, image, clientId })).message;
  }),
  on(messageDelivered, (_socket, payload, user) => markDelivered(user, payload)),
  on(messageRead, (_socket, payload, user) => markRead(user, payload)),
  on(typingStart, async (socket, { to }) => {
    await requireMayWriteFrom(socket, to);
    typingOf(socket).start(to.toLowerCase());
  }),
  on(typingStop, (socket, { to }) => {
    typing.get(socket)?.stop(to.toLowerCase());
  }),
  on(watchPresence, async (socket, { userIds }, user) => {
    const { visible, states } = await watch(user, userIds);
    await socket.join([...visible].map(presenceRoom));
    await forgetOldest(socket);
    return states;
  }),
];

const typing = new WeakMap<AppSocket, ReturnType<typeof createTyping>>();

function typingOf(socket: AppSocket) {
  const from = socket.data.user.id;
  const mine = typing.get(socket) ?? createTyping((event, to) => publishToUser(to, event, { from }), now);
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
