import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { withWords } from '../lib/language/language.js';
import { createQueryClient } from '../lib/query-client.js';
import { wasSignedIn } from '../lib/session-hint.js';
import { SessionProvider, useSession } from '../lib/session.js';
import { SocketProvider } from '../lib/socket-context.js';
import { EmptyFrame } from './frame/empty-frame.js';

// Messages and calls come with their own code, which a visitor who looks at the list of doctors never needs.
const loadSignedInProviders = () => withWords(['messages', 'calls'], () => import('./signed-in.js'));
const SignedInProviders = lazy(async () => ({ default: (await loadSignedInProviders()).SignedInProviders }));

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <SessionProvider>
        <SocketProvider>
          <ForWhoIsHere>{children}</ForWhoIsHere>
        </SocketProvider>
      </SessionProvider>
    </QueryClientProvider>
  );
}

function ForWhoIsHere({ children }: { children: ReactNode }) {
  const { session } = useSession();
  const [expected] = useState(wasSignedIn);

  if (session.status === 'signed-in') {
    return (
      <Suspense fallback={<EmptyFrame />}>
        <SignedInProviders key={session.account._id}>{children}</SignedInProviders>
      </Suspense>
    );
  }
  // Who was here last time most likely still is: better a short wait than a page that is thrown away.
  if (session.status === 'loading' && expected) {
    // Only the sooner the better: who draws it loads it again, and says so where it cannot be had.
    loadSignedInProviders().catch(() => undefined);
    return <EmptyFrame />;
  }
  return children;
}
