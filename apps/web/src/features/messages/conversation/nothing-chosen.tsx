import { t } from '@lingui/core/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { MessageCircle } from 'lucide-react';
import { EmptyState } from '../../../components/empty-state.js';
import { useDocumentTitle } from '../../../lib/use-document-title.js';
import { inboxQuery } from '../../../resources/messages/queries.js';
import { rowsOf } from '../../../resources/messages/inbox.js';
import { NobodyYet } from '../inbox/nobody-yet.js';

/** Beside the list while no conversation is open; on a phone the list is all there is. */
export function NothingChosen() {
  useDocumentTitle(t`Messages`);
  const { data } = useInfiniteQuery(inboxQuery);
  return (
    <div className="grid place-items-center max-md:hidden">
      {data && (rowsOf(data).length === 0 ? <NobodyYet /> : <ChooseOne />)}
    </div>
  );
}

function ChooseOne() {
  return (
    <EmptyState icon={MessageCircle} title={t`Choose a conversation`}>
      {t`Your messages with that person appear here.`}
    </EmptyState>
  );
}
