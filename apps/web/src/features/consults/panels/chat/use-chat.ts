import type { Message } from '@health-connect/contract/messages';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAccount } from '../../../../lib/session.js';
import { useSocket, useSocketEvent } from '../../../../lib/socket-context.js';
import { latestMessagesQuery } from '../../api.js';
import { withMessage } from './chat-lines.js';

/** What was written here and is not stored yet. */
export interface Unsent {
  key: string;
  text: string;
  failed: boolean;
}

/** The conversation of the two, as far as the side chat shows it; what is written here stays in their messages. */
export function useChat(appointmentId: string, peerId: string) {
  const { _id: me } = useAccount();
  const { request } = useSocket();
  const client = useQueryClient();
  const history = useQuery(latestMessagesQuery(peerId));
  const [unsent, setUnsent] = useState<readonly Unsent[]>([]);
  const [openedAt] = useState(() => Date.now());
  const [seenSeq, setSeenSeq] = useState(0);

  const { queryKey } = latestMessagesQuery(peerId);
  const take = (message: Message) => {
    if (![message.senderId, message.receiverId].includes(peerId)) return;
    client.setQueryData(queryKey, (known) => withMessage(known ?? [], message));
  };
  useSocketEvent('chat-message', take);
  useSocketEvent('message-receive', take);

  const send = async (text: string, key: string = crypto.randomUUID()) => {
    setUnsent((before) => [...before.filter((one) => one.key !== key), { key, text, failed: false }]);
    try {
      take(await request('chat-message', { appointmentId, text }));
      setUnsent((before) => before.filter((one) => one.key !== key));
    } catch {
      setUnsent((before) => before.map((one) => (one.key === key ? { ...one, failed: true } : one)));
    }
  };

  const messages = history.data ?? [];
  const latest = messages.findLast(({ senderId }) => senderId === peerId)?.seq ?? 0;
  const isNew = ({ senderId, seq, createdAt }: Message) =>
    senderId === peerId && seq > seenSeq && Date.parse(createdAt) >= openedAt;

  return {
    me,
    peerId,
    history,
    messages,
    unsent,
    send,
    unread: messages.filter(isNew).length,
    /** The chat is in front of the person: what is there counts as read. */
    markSeen: () => {
      if (latest <= seenSeq) return;
      setSeenSeq(latest);
      void request('message-read', { from: peerId, upTo: latest }).catch(() => undefined);
    },
  };
}

export type Chat = ReturnType<typeof useChat>;
