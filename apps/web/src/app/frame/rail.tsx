import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { lazy, Suspense } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { cx } from '../../components/cx.js';
import { Logo } from '../../components/logo.js';
import { paths } from '../../lib/paths.js';
import { useSession } from '../../lib/session.js';
import { type RailItem, railItemsFor } from './rail-items.js';
import { RAIL_ENTRY } from './rail-style.js';
import { RailFoot } from './rail-foot.js';

// It comes with what only somebody who is signed in needs.
const UnreadCount = lazy(async () => ({ default: (await import('../signed-in.js')).UnreadCount }));

/** Slim and on the left; on a phone a bar at the bottom. The person is at its end. */
export function Rail({ className }: { className?: string }) {
  const { session } = useSession();
  const items = railItemsFor(session.status === 'signed-in' ? session.account.role : null);

  return (
    <nav
      aria-label={t`Main`}
      className={cx(
        'z-20 flex bg-surface-0',
        'max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-t max-md:border-line max-md:p-1 max-md:pb-[calc(0.25rem+env(safe-area-inset-bottom))]',
        'md:sticky md:top-(--live-bar,0px) md:h-[calc(100dvh-var(--live-bar,0px))] md:w-rail md:flex-none md:flex-col md:border-e md:border-line md:px-2 md:py-4',
        className,
      )}
    >
      <Link
        to={paths.home}
        aria-label={t`Health-Connect, home`}
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
  const current = pathname === to || pathname.startsWith(`${to}/`) || also.includes(pathname);

  return (
    <li>
      <Link
        to={to}
        aria-current={current ? 'page' : undefined}
        className={cx(RAIL_ENTRY, current ? 'text-accent-ink' : 'text-muted hover:bg-surface-1 hover:text-ink')}
      >
        <Icon aria-hidden="true" className={cx('size-5.5', current && 'fill-accent-soft')} />
        {i18n._(label)}
        {to === paths.messages && (
          <Suspense>
            <UnreadCount />
          </Suspense>
        )}
      </Link>
    </li>
  );
}
