import { lazy, Suspense, useEffect } from 'react';
import { withWords } from '../../lib/language/language.js';
import { hostSignIn, sessionEnd } from '../../lib/session-end.js';
import { useObservable } from '../../lib/use-observable.js';

const loadSignIn = () => withWords(['auth'], () => import('../../features/auth/sign-in/sign-in-again.js'));
const SignInAgain = lazy(async () => ({ default: (await loadSignIn()).SignInAgain }));

/** Offers signing in in place when the session ends elsewhere, over a page that is covered meanwhile. */
export function SessionEnded() {
  useEffect(hostSignIn, []);
  const isOver = useObservable(sessionEnd);
  if (!isOver) return null;
  return (
    <Suspense fallback={<div className="fixed inset-0 z-50 bg-surface-0" />}>
      <SignInAgain />
    </Suspense>
  );
}
