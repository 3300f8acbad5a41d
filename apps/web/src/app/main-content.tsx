import { Suspense, useRef } from 'react';
import { Outlet, useLocation } from 'react-router-dom';
import { ErrorBoundary } from './error-boundary.js';
import { PageSkeleton } from './page-skeleton.js';
import { TitleAnnouncer } from './title-announcer.js';
import { useRouteFocus } from './use-route-focus.js';

/** Where the pages appear, with what each of them needs: focus, its own failure, its own wait. */
export function MainContent({ className }: { className?: string }) {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const rememberPlace = useRouteFocus(main);

  return (
    <main id="main" ref={main} tabIndex={-1} className={className} onClickCapture={rememberPlace}>
      <ErrorBoundary key={pathname}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </ErrorBoundary>
      <TitleAnnouncer />
    </main>
  );
}
