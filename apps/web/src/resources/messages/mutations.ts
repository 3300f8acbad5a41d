import { sendChatMessage } from '@health-connect/contract/consults';
import { type Message, messageRead } from '@health-connect/contract/messages';
import { useQueryClient } from '@tanstack/react-query';
import { useAccount } from '../../lib/session.js';
import { useSocket } from '../../lib/socket-context.js';
import { type Conversation, EMPTY_CONVERSATION, withMessages } from './conversation.js';
import { keys } from './keys.js';
import { markOwn, receiveMessage } from './live.js';

/** Tells that this person has seen the other's messages up to there; rejects where that could not be told. */
export function useTellRead(peerId: string) {
  const client = useQueryClient();
  const { send } = useSocket();
  return async (upTo: number) => {
    await send(messageRead, { from: peerId, upTo });
    markOwn(client, peerId, { kind: 'read', upTo });
  };
}

/** Sends words in the side chat of a consult; they stay in the messages of the two. */
export function useSendInConsult(appointmentId: string, peerId: string) {
  const { _id: me } = useAccount();
  const client = useQueryClient();
  const { send } = useSocket();
  return async (text: string): Promise<Message> => {
    const message = await send(sendChatMessage, { appointmentId, text });
    // Also where the conversation did not load: what was written here is seen here.
    client.setQueryData<Conversation>(keys.conversation(peerId), (known) =>
      withMessages(known ?? EMPTY_CONVERSATION, [message]),
    );
    receiveMessage(client, me, message);
    return message;
  };
}
