import { t } from '@lingui/core/macro';
import { LogIn } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { cx } from '../../components/cx.js';
import { ThemeButton } from '../../components/theme-button.js';
import { signInPath } from '../../lib/paths.js';
import { useSession } from '../../lib/session.js';
import { AccountButton } from './account-button.js';
import { RAIL_ENTRY } from './rail-style.js';

// Menus need a positioning library that nobody needs before the first press.
const loadMenu = () => import('./account-menu.js');
const AccountMenu = lazy(async () => ({ default: (await loadMenu()).AccountMenu }));

// The first load has no room for what it does.
const VisitorLanguage = lazy(async () => ({ default: (await import('./signed-out-language.js')).VisitorLanguage }));

/** The person, or the way in. */
export function RailFoot() {
  const { session } = useSession();
  const { pathname, search } = useLocation();
  const [pressed, setPressed] = useState(false);
  const place = 'max-md:flex-1 md:mt-auto';

  if (session.status === 'signed-in') {
    const { account } = session;
    const button = (
      <AccountButton
        account={account}
        aria-haspopup="menu"
        onPointerEnter={() => loadMenu().catch(() => undefined)}
        onClick={() => setPressed(true)}
      />
    );
    return (
      <div className={place}>
        {pressed ? (
          <Suspense fallback={button}>
            <AccountMenu account={account} />
          </Suspense>
        ) : (
          button
        )}
      </div>
    );
  }

  return (
    <div className="max-md:contents max-md:*:flex-1 md:mt-auto md:grid md:justify-items-center md:gap-2">
      <span className="max-md:hidden">
        <ThemeButton />
      </span>
      <Suspense fallback={<span className={cx(RAIL_ENTRY, 'h-14')} />}>
        <VisitorLanguage />
      </Suspense>
      <Link
        to={signInPath(pathname + search)}
        className={cx(RAIL_ENTRY, 'text-muted hover:bg-surface-1 hover:text-ink')}
      >
        <LogIn aria-hidden="true" className="size-5.5" />
        {t`Sign in`}
      </Link>
    </div>
  );
}
