import type { Message } from '@health-connect/contract/messages';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAccount } from '../../../../lib/session.js';
import { useSendInConsult, useTellRead } from '../../../../resources/messages/mutations.js';
import { conversationQuery } from '../../../../resources/messages/queries.js';

/** What was written here and is not stored yet. */
export interface Unsent {
  key: string;
  text: string;
  failed: boolean;
}

/** The conversation of the two, as far as the side chat shows it; what is written here stays in their messages. */
export function useChat(appointmentId: string, peerId: string) {
  const { _id: me } = useAccount();
  const history = useQuery(conversationQuery(peerId));
  const sendMessage = useSendInConsult(appointmentId, peerId);
  const tellRead = useTellRead(peerId);
  const [unsent, setUnsent] = useState<readonly Unsent[]>([]);
  const [openedAt] = useState(() => Date.now());
  const [seenSeq, setSeenSeq] = useState(0);

  const send = async (text: string, key: string = crypto.randomUUID()) => {
    setUnsent((before) => [...before.filter((one) => one.key !== key), { key, text, failed: false }]);
    try {
      await sendMessage(text);
      setUnsent((before) => before.filter((one) => one.key !== key));
    } catch {
      setUnsent((before) => before.map((one) => (one.key === key ? { ...one, failed: true } : one)));
    }
  };

  const messages = history.data?.messages ?? [];
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
      // The next message tells it again.
      tellRead(latest).catch(() => undefined);
    },
  };
}

export type Chat = ReturnType<typeof useChat>;
