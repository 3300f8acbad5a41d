import type { ChatPeer } from '@health-connect/contract/messages';
import { t } from '@lingui/core/macro';
import { useLayoutEffect, useRef } from 'react';
import { useParams } from 'react-router-dom';
import { cx } from '../../components/cx.js';
import { ConversationList } from './inbox/conversation-list.js';
import { ConversationPane } from './conversation/conversation-pane.js';
import { useMessages } from './messages-context.js';
import { NothingChosen } from './conversation/nothing-chosen.js';

/** Conversations, and beside them the open one; on a phone one or the other. */
export function MessagesPage({ onCall }: { onCall: (peer: ChatPeer) => void }) {
  const { userId } = useParams();
  return (
    <div className="grid h-full min-h-0 md:grid-cols-[17rem_minmax(0,1fr)] min-[60rem]:grid-cols-[20.5rem_minmax(0,1fr)]">
      <h1 className="sr-only">{t`Messages`}</h1>
      <ListColumn current={userId} />
      {userId === undefined ? <NothingChosen /> : <ConversationPane key={userId} peerId={userId} onCall={onCall} />}
    </div>
  );
}

function ListColumn({ current }: { current: string | undefined }) {
  const { listPlace } = useMessages();
  const column = useRef<HTMLElement>(null);

  useLayoutEffect(() => {
    if (column.current) column.current.scrollTop = listPlace.current().scroll;
  }, [listPlace]);

  return (
    <section
      ref={column}
      aria-labelledby="conversations"
      onScroll={(event) => listPlace.keep({ scroll: event.currentTarget.scrollTop })}
      className={cx(
        'relative min-h-0 overflow-y-auto border-line md:border-e',
        current !== undefined && 'max-md:hidden',
      )}
    >
      <ConversationList current={current} />
    </section>
  );
}
