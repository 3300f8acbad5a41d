import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router-dom';
import { ErrorBoundary } from './error-boundary.js';
import { PageSkeleton } from './page-skeleton.js';

/** Where the pages appear; each breaks and waits for itself. */
export function MainContent({ className }: { className?: string }) {
  const { pathname } = useLocation();
  return (
    <main id="main" tabIndex={-1} className={className}>
      <ErrorBoundary place={pathname}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </ErrorBoundary>
    </main>
  );
}
