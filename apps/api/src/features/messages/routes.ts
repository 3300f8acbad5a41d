import { listConversations, readMessages, readPeer, sendMessageTo } from '@health-connect/contract/messages';
import { answer, withMeta } from '../../http/answer.js';
import { limitRate } from '../../http/rate-limit.js';
import { serve, type Served } from '../../http/serve.js';
import * as conversations from './conversations.js';
import { listMessages } from './history.js';
import { presentMessage } from './present.js';
import * as messages from './service.js';

// Like uploads: drawing a picture anew takes half a second of the machine.
const pictures = limitRate({
  name: 'message-pictures',
  limit: 100,
  windowSeconds: 15 * 60,
  when: ({ body }) => typeof body?.image === 'string' && body.image.startsWith('data:'),
});

export const messageRoutes: Served[] = [
  serve(readPeer, async ({ user, params }) => conversations.readPeer(user, params.id)),

  serve(listConversations, async ({ user, query }) => {
    const { items, meta } = await conversations.listConversations(user, query);
    return withMeta(items, meta);
  }),

  serve(readMessages, async ({ user, params, query }) => {
    const { items, meta } = await listMessages(user, params.receiverId, query);
    return withMeta(items.map(presentMessage), meta);
  }),

  serve(
    sendMessageTo,
    async ({ user, params, body }) => {
      const { message, isNew } = await messages.sendMessage(user, params.receiverId, body);
      return answer(message, { status: isNew ? 201 : 200 });
    },
    { before: [pictures] },
  ),
];
