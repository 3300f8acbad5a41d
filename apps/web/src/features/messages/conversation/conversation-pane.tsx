import type { ChatPeer } from '@health-connect/contract/messages';
import { t } from '@lingui/core/macro';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { UserX } from 'lucide-react';
import { ButtonLink } from '../../../components/button-link.js';
import { EmptyState } from '../../../components/empty-state.js';
import { ErrorState } from '../../../components/error-state.js';
import { isApiError } from '../../../lib/api-error.js';
import { paths } from '../../../lib/paths.js';
import { useDocumentTitle } from '../../../lib/use-document-title.js';
import { conversationQuery, inboxQuery, peerQuery } from '../../../resources/messages/queries.js';
import { Composer } from '../composer/composer.js';
import { ConversationHeader, HeaderSkeleton } from './conversation-header.js';
import { DropZone } from '../composer/drop-zone.js';
import { rowsOf } from '../../../resources/messages/inbox.js';
import { MessageList } from './message-list.js';
import { ThreadSkeleton } from './thread-skeleton.js';
import { useDraft } from '../composer/use-draft.js';

interface ConversationPaneProps {
  peerId: string;
  /** Rings them. */
  onCall: (peer: ChatPeer) => void;
}

/** The conversation with one person. */
export function ConversationPane({ peerId, onCall }: ConversationPaneProps) {
  const peer = useQuery(peerQuery(peerId));
  const conversation = useQuery(conversationQuery(peerId));
  const { data: inbox } = useInfiniteQuery(inboxQuery);
  const listed = inbox && rowsOf(inbox).find((row) => row.peer._id === peerId)?.peer;
  const name = peer.data?.name ?? listed?.name;
  const writing = useDraft(peerId);
  useDocumentTitle(name ?? t`Messages`);

  const error = peer.error ?? conversation.error;
  const hasBoth = peer.data !== undefined && conversation.data !== undefined;
  if (!hasBoth && isApiError(error, 'not_found', 'validation_failed')) return <NobodyHere />;

  return (
    <DropZone
      label={name ?? t`Conversation`}
      onFiles={writing.addFiles}
      className="relative grid min-h-0 min-w-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto]"
    >
      {peer.data ? <ConversationHeader peer={peer.data} onCall={onCall} /> : <HeaderSkeleton />}
      {hasBoth ? (
        <MessageList peer={peer.data} conversation={conversation.data} />
      ) : error ? (
        <ErrorState
          title={t`The conversation did not load`}
          error={error}
          retrying={peer.isFetching || conversation.isFetching}
          onRetry={() => {
            if (peer.isError) void peer.refetch();
            if (conversation.isError) void conversation.refetch();
          }}
        />
      ) : (
        <ThreadSkeleton />
      )}
      {hasBoth && <Composer peerId={peerId} writing={writing} />}
    </DropZone>
  );
}

function NobodyHere() {
  return (
    <div className="grid place-items-center">
      <EmptyState
        icon={UserX}
        title={t`This conversation is not there`}
        action={<ButtonLink to={paths.messages}>{t`All messages`}</ButtonLink>}
      >
        {t`The address may be wrong, or you may not write to this person.`}
      </EmptyState>
    </div>
  );
}
