import { conversationParams, listMessages, messageParams, sendMessage } from '@health-connect/contract/messages';
import { paging } from '@health-connect/contract/fields';
import { Router } from 'express';
import { Answer, endpoint } from '../../http/endpoint.js';
import { limitRate } from '../../http/rate-limit.js';
import { listConversations, readPeer } from './conversations.js';
import { listMessages as listMessagesOf } from './history.js';
import { presentMessage } from './present.js';
import * as messages from './service.js';

export const messageRoutes = Router();

const allow = ['patient', 'doctor'] as const;

messageRoutes.get(
  '/user/:id',
  endpoint({ allow, params: conversationParams }, ({ user, params }) => readPeer(user, params.id)),
);

messageRoutes.get(
  '/conversations',
  endpoint({ allow, query: paging }, async ({ user, query }) => {
    const { conversations, meta } = await listConversations(user, query);
    return new Answer(conversations, { meta });
  }),
);

messageRoutes.get(
  '/:receiverId',
  endpoint({ allow, params: messageParams, query: listMessages }, async ({ user, params, query }) => {
    const page = await listMessagesOf(user, params.receiverId, query);
    return new Answer(page.messages.map(presentMessage), { meta: page.meta });
  }),
);

// Like uploads: drawing a picture anew takes half a second of the machine.
const pictures = limitRate({
  name: 'message-pictures',
  limit: 100,
  windowSeconds: 15 * 60,
  when: ({ body }) => typeof body?.image === 'string' && body.image.startsWith('data:'),
});

messageRoutes.post(
  '/send/:receiverId',
  pictures,
  endpoint({ allow, params: messageParams, body: sendMessage }, async ({ user, params, body }) => {
    const { message, isNew } = await messages.sendMessage(user, params.receiverId, body);
    return new Answer(message, { status: isNew ? 201 : 200 });
  }),
);
