import type { ChatPeer } from '@health-connect/contract/messages';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ArrowDown } from 'lucide-react';
import { memo, useMemo, useRef } from 'react';
import { IconButton } from '../../../components/icon-button.js';
import { useLanguage } from '../../../lib/language/language.js';
import { ownZone } from '../../../lib/time.js';
import { useNow } from '../../../lib/use-now.js';
import { useObservable } from '../../../lib/use-observable.js';
import { Announcer } from './announcer.js';
import { bubblesOf, lastOfMine } from './bubbles.js';
import { type Conversation, hasOlder } from '../../../resources/messages/conversation.js';
import { FirstWords } from './first-words.js';
import { useMessages } from '../messages-context.js';
import { OlderMessages } from './older-messages.js';
import { rowsFrom } from './rows.js';
import { Run } from './run.js';
import { DaySeparator, UnreadLine } from './separators.js';
import { useNews } from './use-news.js';
import { useReading } from './use-reading.js';
import { useScrollPlace } from './use-scroll-place.js';

interface MessageListProps {
  peer: ChatPeer;
  conversation: Conversation;
}

/** Memoised: what is being written below changes with every key, this does not; another language it is told by itself. */
export const MessageList = memo(function MessageList({ peer, conversation }: MessageListProps) {
  useLanguage();
  const { outbox, typing } = useMessages();
  const { name } = peer;
  const entries = useObservable(outbox);
  const isTyping = useObservable(typing).has(peer._id);
  const now = useNow();
  const news = useNews(conversation.mine.readSeq, conversation.lastSeq);
  const bubbles = useMemo(() => bubblesOf(conversation, entries, peer._id), [conversation, entries, peer._id]);
  const rows = rowsFrom(bubbles, { timeZone: ownZone(), now, news });
  const receiptAt = lastOfMine(bubbles);
  const newest = bubbles.at(-1);

  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const start = useRef<HTMLLIElement>(null);
  const { isAtEnd, scrollToEnd } = useScrollPlace(box, content, start, {
    first: bubbles[0]?.key,
    last: newest?.key,
    lastIsMine: newest?.isMine ?? false,
  });
  useReading({ peerId: peer._id, box, readSeq: conversation.mine.readSeq, shown: conversation.messages });

  return (
    <div className="relative grid min-h-0">
      <div
        ref={box}
        tabIndex={0}
        role="group"
        aria-label={t`Messages`}
        className="relative flex min-h-0 flex-col overflow-y-auto p-3 [overflow-anchor:none] md:px-4 md:py-5 min-[60rem]:px-6"
      >
        <div ref={content} className="mt-auto">
          {hasOlder(conversation) && <OlderMessages peerId={peer._id} box={box} />}
          {rows.length === 0 && <FirstWords peer={peer} />}
          <ol role="list" className="flex flex-col">
            {rows.map((row) => {
              if (row.kind === 'day') return <DaySeparator key={row.key} label={row.label} />;
              if (row.kind === 'unread') return <UnreadLine key={row.key} label={row.label} ref={start} />;
              return <Run key={row.key} run={row} peerName={name} receiptAt={receiptAt} />;
            })}
          </ol>
          <div role="status">
            {isTyping && (
              <p className="mt-3 text-sm text-muted">
                <Trans>
                  <bdi>{name}</bdi> is writing
                </Trans>
              </p>
            )}
          </div>
        </div>
      </div>
      {!isAtEnd && (
        <IconButton
          label={t`To the latest message`}
          icon={<ArrowDown />}
          variant="neutral"
          onClick={scrollToEnd}
          className="absolute end-4 bottom-3 rounded-full! shadow-float"
        />
      )}
      <Announcer newest={newest} name={name} />
    </div>
  );
});
