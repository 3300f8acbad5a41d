import { Link, useLocation } from 'react-router-dom';
import { cx } from '../../components/cx.js';
import { Logo } from '../../components/logo.js';
import { paths } from '../../lib/paths.js';
import { useSession } from '../../lib/session.js';
import { useUnread } from '../../lib/unread.js';
import { type RailItem, railItemsFor } from './rail-items.js';
import { RAIL_ENTRY } from './rail-style.js';
import { RailFoot } from './rail-foot.js';

/** Slim and on the left; on a phone a bar at the bottom. The person is at its end. */
export function Rail({ className }: { className?: string }) {
  const { session } = useSession();
  const items = railItemsFor(session.status === 'signed-in' ? session.account.role : null);

  return (
    <nav
      aria-label="Main"
      className={cx(
        'z-20 flex bg-surface-0',
        'max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-t max-md:border-line max-md:p-1 max-md:pb-[calc(0.25rem+env(safe-area-inset-bottom))]',
        'md:sticky md:top-(--live-bar,0px) md:h-[calc(100dvh-var(--live-bar,0px))] md:w-rail md:flex-none md:flex-col md:border-r md:border-line md:px-2 md:py-4',
        className,
      )}
    >
      <Link
        to={paths.home}
        aria-label="Health-Connect, home"
        className="mb-4 hidden h-11 place-items-center rounded-md text-accent-ink md:grid"
      >
        <Logo className="size-7" />
      </Link>
      <ul role="list" className="max-md:contents max-md:*:flex-1 md:grid md:gap-1">
        {items.map((item) => (
          <RailEntry key={item.to} item={item} />
        ))}
      </ul>
      <RailFoot />
    </nav>
  );
}

function RailEntry({ item: { to, label, icon: Icon, also = [] } }: { item: RailItem }) {
  const { pathname } = useLocation();
  const { unreadTotal } = useUnread();
  const current = pathname === to || pathname.startsWith(`${to}/`) || also.includes(pathname);
  const unread = to === paths.messages ? unreadTotal : 0;

  return (
    <li>
      <Link
        to={to}
        aria-current={current ? 'page' : undefined}
        className={cx(RAIL_ENTRY, current ? 'text-accent-ink' : 'text-muted hover:bg-surface-1 hover:text-ink')}
      >
        <Icon aria-hidden="true" className={cx('size-5.5', current && 'fill-accent-soft')} />
        {label}
        {unread > 0 && <UnreadCount count={unread} />}
      </Link>
    </li>
  );
}

function UnreadCount({ count }: { count: number }) {
  return (
    <span className="absolute top-0.5 left-[calc(50%+4px)] min-w-4.5 rounded-full bg-accent px-1 text-center text-xs leading-4.5 font-semibold text-on-accent ring-2 ring-surface-0">
      {count > 99 ? '99+' : count}
      <span className="sr-only"> unread</span>
    </span>
  );
}
