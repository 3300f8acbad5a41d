import type { Role } from '@health-connect/contract/roles';
import { t } from '@lingui/core/macro';
import { Navigate, Outlet, useLocation, useSearchParams } from 'react-router-dom';
import { ErrorState } from '../components/error-state.js';
import { params, paths, safeReturnPath, signInPath } from '../lib/paths.js';
import { useSession } from '../lib/session.js';
import { NotFoundPage } from './pages.js';
import { PageSkeleton } from './frame/page-skeleton.js';

/** Lets only signed-in people of these roles in; others sign in first and come back, or find nothing here. */
export function SignedIn({ as: roles }: { as: readonly Role[] }) {
  const { session } = useSession();
  const { pathname, search, hash } = useLocation();

  switch (session.status) {
    case 'loading':
      return <PageSkeleton />;
    case 'failed':
      return <ErrorState title={t`We could not see who you are`} error={session.error} onRetry={session.retry} />;
    case 'signed-out':
      return <Navigate to={signInPath(pathname + search + hash)} replace />;
    case 'signed-in':
      return roles.includes(session.account.role) ? <Outlet /> : <NotFoundPage />;
  }
}

/** Sign in and sign up; whoever is signed in, or just became so, goes on to where they wanted to be. */
export function ForVisitors() {
  const { session } = useSession();
  const [search] = useSearchParams();
  if (session.status !== 'signed-in') return <Outlet />;
  return <Navigate to={safeReturnPath(search.get(params.returnTo)) ?? paths.home} replace />;
}
