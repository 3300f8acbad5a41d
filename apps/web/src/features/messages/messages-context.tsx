import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useAccount } from '../../lib/session.js';
import { strictContext } from '../../lib/strict-context.js';
import { useCatchUp, useMessagesLive } from '../../resources/messages/live.js';
import type { Outbox } from '../../resources/messages/outbox/outbox.js';
import { inboxQuery } from '../../resources/messages/queries.js';
import { TypingPeople } from '../../resources/messages/typing.js';
import { useDeliveries } from '../../resources/messages/use-deliveries.js';
import { Drafts } from './composer/drafts.js';
import { ListPlace } from './inbox/list-place.js';
import { useSending } from '../../resources/messages/outbox/use-sending.js';

interface MessagesContextValue {
  outbox: Outbox;
  typing: TypingPeople;
  drafts: Drafts;
  listPlace: ListPlace;
}

const [MessagesContext, useMessages] = strictContext<MessagesContextValue>('Messages');
export { useMessages };

/** Conversations live on every page: they arrive, count as unread and leave whatever page is open. */
export function MessagesProvider({ children }: { children: ReactNode }) {
  const { _id: me, role } = useAccount();
  const canChat = role === 'patient' || role === 'doctor';
  const outbox = useSending(me);
  const [typing] = useState(() => new TypingPeople());
  const [drafts] = useState(() => new Drafts());
  const [listPlace] = useState(() => new ListPlace());
  const { data: inbox } = useInfiniteQuery({ ...inboxQuery, enabled: canChat });

  useMessagesLive(me, { outbox, typing });
  useCatchUp();
  useDeliveries(inbox);
  useEffect(() => () => typing.clear(), [typing]);

  const value = useMemo(() => ({ outbox, typing, drafts, listPlace }), [outbox, typing, drafts, listPlace]);
  return <MessagesContext value={value}>{children}</MessagesContext>;
}
