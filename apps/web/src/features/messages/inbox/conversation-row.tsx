import type { ConversationSummary } from '@health-connect/contract/messages';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router-dom';
import { Avatar } from '../../../components/avatar.js';
import { cx } from '../../../components/cx.js';
import { paths } from '../../../lib/paths.js';
import { roleLabel } from '../../../lib/role-labels.js';
import { ownZone } from '../../../lib/time.js';
import { formatNumber } from '../../../lib/write.js';
import { usePresence } from '../../../resources/presence/queries.js';
import { lastLine, shortWhen } from '../labels.js';

interface ConversationRowProps {
  row: ConversationSummary;
  me: string;
  now: number;
  isCurrent: boolean;
  isTyping: boolean;
}

export function ConversationRow({ row, me, now, isCurrent, isTyping }: ConversationRowProps) {
  const { peer, lastMessage, unread } = row;
  const isUnread = unread > 0;
  const { online } = usePresence(peer);
  return (
    <li>
      <Link
        to={paths.conversation(peer._id)}
        aria-current={isCurrent || undefined}
        className={cx(
          'grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 rounded-md p-3 no-underline',
          isCurrent ? 'bg-surface-2 [--ring:var(--surface-2)]' : 'hover:bg-surface-1',
        )}
      >
        <Avatar id={peer._id} name={peer.name} src={peer.avatar} size={2.75} online={online} />
        <div className="min-w-0">
          <p className="flex items-baseline gap-2">
            <bdi className={cx('truncate', isUnread ? 'font-semibold' : 'font-medium')}>{peer.name}</bdi>{' '}
            <span className="flex-none text-xs text-muted">{roleLabel({ role: peer.role })}</span>
            {online && (
              <span className="sr-only">
                {t({ message: ', online', comment: 'Read out after who it is: "Dr. Lee Doctor, online"' })}
              </span>
            )}
          </p>
          <p className={cx('text-sm', isUnread ? 'text-ink' : 'text-muted')}>
            <span dir="auto" className={BEGINNING}>
              {isTyping ? <span className="text-accent-ink">{t`Writing`}</span> : lastLine(lastMessage, me)}
            </span>
          </p>
        </div>
        <div className="grid justify-items-end gap-1 self-start pt-[3px] text-xs font-medium text-muted">
          {lastMessage && (
            <time dateTime={lastMessage.createdAt} className={cx('tabular-nums', isUnread && 'text-accent-ink')}>
              {shortWhen(lastMessage.createdAt, ownZone(), now)}
            </time>
          )}
          {isUnread && <UnreadCount count={unread} />}
        </div>
      </Link>
    </li>
  );
}

/** What does not fit goes at the end of the words, whichever way they run; they begin where the page begins. */
const BEGINNING = 'inline-block max-w-full truncate align-bottom';
const MOST_SHOWN = 99;

function UnreadCount({ count }: { count: number }) {
  const shown = count > MOST_SHOWN ? `${formatNumber(MOST_SHOWN)}+` : formatNumber(count);
  return (
    <span className="min-w-4.5 rounded-full bg-accent px-1 text-center leading-4.5 font-semibold text-on-accent">
      <Trans>
        {shown}
        <span className="sr-only"> unread</span>
      </Trans>
    </span>
  );
}
