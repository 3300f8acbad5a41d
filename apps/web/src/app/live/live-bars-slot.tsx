import { lazy, Suspense } from 'react';
import { useSession } from '../../lib/session.js';

// They come with what only somebody who is signed in needs.
const LiveBars = lazy(async () => ({ default: (await import('../signed-in.js')).LiveBars }));

/** Where the bars are, for people who can have visits; nothing for everybody else. */
export function LiveBarsSlot() {
  const { session } = useSession();
  if (session.status !== 'signed-in') return null;
  return (
    <Suspense fallback={null}>
      <LiveBars />
    </Suspense>
  );
}
