import type { CallRecord } from '@health-connect/contract/calls';
import { t } from '@lingui/core/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { MessageSquareText, Phone, PhoneIncoming, PhoneMissed, PhoneOutgoing, Video } from 'lucide-react';
import { Avatar } from '../../../components/avatar.js';
import { Button } from '../../../components/button.js';
import { ButtonLink } from '../../../components/button-link.js';
import { EmptyState } from '../../../components/empty-state.js';
import { ErrorState } from '../../../components/error-state.js';
import { IconButton } from '../../../components/icon-button.js';
import { Page } from '../../../components/page.js';
import { PageHeader } from '../../../components/page-header.js';
import { Row, Rows } from '../../../components/rows.js';
import { Loading, PersonRowsSkeleton } from '../../../components/skeleton.js';
import { paths } from '../../../lib/paths.js';
import { formatWhen, useOwnZone } from '../../../lib/time.js';
import { useNow } from '../../../lib/use-now.js';
import { roleLabel } from '../../../lib/role-labels.js';
import { callsQuery } from '../../../resources/calls/queries.js';
import { useCalls } from '../calls-context.js';
import { historyLabel, isMissed } from './labels.js';

const PLACEHOLDERS = 5;

/** Calls and visits that were, latest first. */
export function CallsPage() {
  return (
    <Page title={t`Calls`}>
      <PageHeader title={t`Calls`} detail={t`Calls and visits, latest first. What was said is never kept.`} />
      <History />
    </Page>
  );
}

function History() {
  const { data, error, isPending, refetch, isFetching, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(callsQuery);

  if (isPending) return <HistorySkeleton />;
  if (!data) {
    return (
      <ErrorState title={t`The list did not load`} error={error} onRetry={() => void refetch()} retrying={isFetching} />
    );
  }
  const calls = data.pages.flatMap(({ items }) => items);
  if (calls.length === 0) return <NoCalls />;
  return (
    <>
      <Rows aria-label={t`Calls`}>
        {calls.map((call) => (
          <CallRow key={call._id} call={call} />
        ))}
      </Rows>
      {hasNextPage && (
        <Button busy={isFetchingNextPage} busyLabel={t`Loading`} className="mt-6" onClick={() => void fetchNextPage()}>
          {t`Show earlier calls`}
        </Button>
      )}
    </>
  );
}

function CallRow({ call }: { call: CallRecord }) {
  const { peer, startedAt } = call;
  const { _id: userId, name, avatar } = peer;
  const [role, state] = [roleLabel(peer), historyLabel(call)];
  const { calls } = useCalls();
  const zone = useOwnZone();
  const now = useNow();
  const missed = isMissed(call);

  return (
    <Row
      lead={<Avatar id={userId} name={name} src={avatar} />}
      title={<bdi>{name}</bdi>}
      detail={
        <span className={missed ? 'inline-flex items-center gap-1.5 text-danger' : 'inline-flex items-center gap-1.5'}>
          <Direction call={call} />
          {t`${role}. ${state}`}
        </span>
      }
      end={
        <>
          <time dateTime={startedAt} className="me-2 text-sm text-muted tabular-nums">
            {formatWhen(startedAt, zone, now)}
          </time>
          <IconButton
            label={t`Call ${name}`}
            icon={<Phone />}
            onClick={() => void calls.call({ userId, name, avatar })}
          />
          <ButtonLink
            to={paths.conversation(userId)}
            variant="plain"
            size="icon"
            aria-label={t`Write to ${name}`}
            icon={<MessageSquareText aria-hidden="true" />}
          />
        </>
      }
    />
  );
}

function Direction({ call }: { call: CallRecord }) {
  if (isMissed(call)) return <PhoneMissed aria-hidden="true" />;
  if (call.kind === 'consult') return <Video aria-hidden="true" />;
  return call.direction === 'outgoing' ? <PhoneOutgoing aria-hidden="true" /> : <PhoneIncoming aria-hidden="true" />;
}

function NoCalls() {
  return (
    <EmptyState
      icon={Phone}
      title={t`No calls yet`}
      action={
        <ButtonLink to={paths.messages} variant="primary">
          {t`Your messages`}
        </ButtonLink>
      }
    >
      {t`After a call or a visit you find it here, with when it was and how long. You call somebody from your conversation.`}
    </EmptyState>
  );
}

function HistorySkeleton() {
  return (
    <Loading label={t`Loading your calls`} className="grid gap-8">
      <PersonRowsSkeleton count={PLACEHOLDERS} lines={['30%', '20%']} />
    </Loading>
  );
}
