import { useState } from 'react';
import { sessionEnd } from '../lib/session-end.js';
import { useObservable } from '../lib/use-observable.js';

/**
 * Whether something that lies over the page shows. What would open while the session is over waits until that is
 * answered, so that nothing lies over the question to sign in again; what was open stays, with all that was typed in it.
 */
export function useOverlayOpen(open: boolean): boolean {
  const isSignedOut = useObservable(sessionEnd);
  const [shown, setShown] = useState(open && !isSignedOut);
  if (shown !== open && (!open || !isSignedOut)) setShown(open);
  return open && shown;
}
