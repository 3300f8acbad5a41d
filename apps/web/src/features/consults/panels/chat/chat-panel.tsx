import type { Message } from '@health-connect/contract/messages';
import { t } from '@lingui/core/macro';
import { CircleAlert, RotateCw } from 'lucide-react';
import { Fragment, useEffect, useEffectEvent, useRef } from 'react';
import { Button } from '../../../../components/button.js';
import { cx } from '../../../../components/cx.js';
import { ErrorState } from '../../../../components/error-state.js';
import { Loading, Skeleton } from '../../../../components/skeleton.js';
import { formatDay, formatTime, ownZone } from '../../../../lib/time.js';
import { useNow } from '../../../../lib/use-now.js';
import { ChatComposer } from './chat-composer.js';
import type { Chat, Unsent } from './use-chat.js';

const BUBBLE = 'bubble max-w-[82%] rounded-bubble px-3.5 py-2 whitespace-pre-wrap wrap-anywhere';
const MINE = 'self-end bg-bubble-mine text-on-bubble-mine';
const THEIRS = 'self-start bg-bubble-theirs text-on-bubble-theirs';

/** The conversation of the two beside the visit. */
export function ChatPanel({ chat, otherName }: { chat: Chat; otherName: string }) {
  const { history, messages, unsent, me } = chat;
  const end = useRef<HTMLLIElement>(null);
  const now = useNow();
  const last = messages.at(-1)?._id;
  const markSeen = useEffectEvent(chat.markSeen);

  useEffect(() => {
    end.current?.scrollIntoView?.({ block: 'end' });
    markSeen();
  }, [last, unsent.length]);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 overflow-auto px-5 py-4">
        {history.isPending && <ChatSkeleton />}
        {history.isLoadingError && (
          <ErrorState title={t`The chat did not load`} error={history.error} onRetry={() => void history.refetch()} />
        )}
        <ol className="flex min-h-full flex-col justify-end gap-2">
          <li className="self-center pb-2 text-xs font-medium text-muted">{t`Kept in your messages`}</li>
          {messages.map((message, at) => (
            <Fragment key={message._id}>
              {isNewDay(message, messages[at - 1]) && (
                <li className="self-center py-1 text-xs font-medium text-muted">
                  {formatDay(message.createdAt, ownZone(), now)}
                </li>
              )}
              <Line message={message} mine={message.senderId === me} otherName={otherName} />
            </Fragment>
          ))}
          {unsent.map((one) => (
            <UnsentLine key={one.key} unsent={one} onRetry={() => void chat.send(one.text, one.key)} />
          ))}
          <li ref={end} aria-hidden="true" />
        </ol>
      </div>
      <p role="status" className="sr-only">
        {newestOf(messages, me, otherName)}
      </p>
      <ChatComposer key={chat.peerId} peerId={chat.peerId} onSend={(text) => void chat.send(text)} />
    </div>
  );
}

const isNewDay = (message: Message, before: Message | undefined) =>
  !before || formatDay(message.createdAt, ownZone()) !== formatDay(before.createdAt, ownZone());

const newestOf = (messages: readonly Message[], me: string, name: string) => {
  const newest = messages.at(-1);
  const text = newest?.text || t`Photo`;
  return newest && newest.senderId !== me ? t`${name}: ${text}` : '';
};

function Line({ message, mine, otherName }: { message: Message; mine: boolean; otherName: string }) {
  const { text, image, createdAt } = message;
  const writer = mine ? t`You` : otherName;
  return (
    <li className="flex flex-col gap-1">
      <div className={cx(BUBBLE, mine ? MINE : THEIRS)}>
        <span className="sr-only">{t`${writer}:`} </span>
        {image && <img src={image} alt={t`Photo`} className="mb-1 max-h-64 rounded-md" />}
        <p dir="auto">{text}</p>
      </div>
      <p className={cx('text-xs font-medium text-muted tabular-nums', mine ? 'self-end' : 'self-start')}>
        <time dateTime={createdAt}>{formatTime(createdAt, ownZone())}</time>
      </p>
    </li>
  );
}

function UnsentLine({ unsent: { text, failed }, onRetry }: { unsent: Unsent; onRetry: () => void }) {
  return (
    <li className="flex flex-col gap-1">
      <div
        dir="auto"
        className={cx(BUBBLE, MINE, failed && 'bg-transparent text-ink! inset-ring-[1.5px] inset-ring-danger')}
      >
        {text}
      </div>
      {failed ? (
        <p role="alert" className="flex items-center gap-1 self-end text-xs font-medium text-danger">
          <CircleAlert aria-hidden="true" />
          {t`Not sent`}
          <Button variant="quiet" icon={<RotateCw aria-hidden="true" />} onClick={onRetry}>
            {t`Try again`}
          </Button>
        </p>
      ) : (
        <p className="self-end text-xs font-medium text-muted">{t`Sending`}</p>
      )}
    </li>
  );
}

function ChatSkeleton() {
  return (
    <Loading label={t`Loading the chat`} className="grid gap-3">
      <Skeleton width="60%" height="2.5rem" />
      <Skeleton width="45%" height="2.5rem" className="justify-self-end" />
      <Skeleton width="70%" height="2.5rem" />
    </Loading>
  );
}
