import { plural, t } from '@lingui/core/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { MessageCircle, Search, SquarePen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../../components/button.js';
import { ButtonLink } from '../../../components/button-link.js';
import { EmptyState } from '../../../components/empty-state.js';
import { ErrorState } from '../../../components/error-state.js';
import { TextInput } from '../../../components/text-input.js';
import { paths } from '../../../lib/paths.js';
import { useAccount } from '../../../lib/session.js';
import { useNow } from '../../../lib/use-now.js';
import { useObservable } from '../../../lib/use-observable.js';
import { inboxQuery } from '../../../resources/messages/queries.js';
import { ConversationRow } from './conversation-row.js';
import { rowsOf, searchRows } from '../../../resources/messages/inbox.js';
import { ListSkeleton } from './list-skeleton.js';
import { useMessages } from '../messages-context.js';
import { NobodyYet } from './nobody-yet.js';
import { usePresenceWatch } from '../../../resources/presence/live.js';

/** Everybody this person writes with, latest first. */
export function ConversationList({ current }: { current: string | undefined }) {
  const { role } = useAccount();
  const { listPlace } = useMessages();
  const [typed, setTyped] = useState(() => listPlace.current().search);
  const type = (value: string) => {
    setTyped(value);
    listPlace.keep({ search: value });
  };

  return (
    <div className="px-1 pt-5 pb-6 md:px-3 md:pt-6">
      <div className="mb-4 flex items-center px-3">
        <h2 id="conversations" className="flex-1 text-xl">
          {t`Messages`}
        </h2>
        {role === 'patient' && (
          <ButtonLink
            to={paths.doctors}
            variant="plain"
            size="icon"
            aria-label={t`New message: choose a doctor`}
            title={t`New message: choose a doctor`}
            icon={<SquarePen />}
          />
        )}
      </div>
      <div className="mb-3 px-3">
        <TextInput
          type="search"
          aria-label={t`Search messages`}
          placeholder={t`Search`}
          icon={<Search />}
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
      </div>
      <Conversations current={current} typed={typed} onShowAll={() => type('')} />
    </div>
  );
}

interface ConversationsProps {
  current: string | undefined;
  typed: string;
  onShowAll: () => void;
}

function Conversations({ current, typed, onShowAll }: ConversationsProps) {
  const { _id: me } = useAccount();
  const { typing } = useMessages();
  const typingPeople = useObservable(typing);
  const now = useNow();
  const { data, error, refetch, isRefetching, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(inboxQuery);
  const all = data ? rowsOf(data) : [];
  usePresenceWatch([...(current ? [current] : []), ...all.map(({ peer }) => peer._id)]);

  // A search looks at everybody, so that "nothing found" is true.
  const wantsMore = typed !== '' && hasNextPage && !isFetchingNextPage;
  useEffect(() => {
    if (wantsMore) void fetchNextPage();
  }, [wantsMore, fetchNextPage]);

  if (!data) {
    if (!error) return <ListSkeleton />;
    return <ErrorState title={t`Your messages did not load`} error={error} onRetry={refetch} retrying={isRefetching} />;
  }
  if (all.length === 0)
    return current ? <p className="px-3 text-muted">{t`No messages yet.`}</p> : <NobodyYet className="md:hidden" />;
  const rows = searchRows(all, typed);
  const found = rows.length;

  return (
    <>
      <p role="status" className="sr-only">
        {typed && !hasNextPage && plural(found, { other: '# found' })}
      </p>
      {rows.length === 0 && !hasNextPage && (
        <EmptyState
          icon={MessageCircle}
          title={t`Nothing found for “${typed}”`}
          action={<Button onClick={onShowAll}>{t`Show everyone`}</Button>}
        >
          {t`This looks at names and last lines.`}
        </EmptyState>
      )}
      <ul role="list" aria-labelledby="conversations">
        {rows.map((row) => (
          <ConversationRow
            key={row.peer._id}
            row={row}
            me={me}
            now={now}
            isCurrent={row.peer._id === current}
            isTyping={typingPeople.has(row.peer._id)}
          />
        ))}
      </ul>
      {hasNextPage && (
        <div className="p-3">
          <Button wide busy={isFetchingNextPage} busyLabel={t`Loading`} onClick={() => void fetchNextPage()}>
            {t`Show earlier conversations`}
          </Button>
        </div>
      )}
    </>
  );
}
