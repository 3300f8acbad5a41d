import { lazy, Suspense, useSyncExternalStore } from 'react';
import { hasToasts, subscribeToToasts } from '../lib/toast.js';

const ToastList = lazy(() => import('./toast-list.js').then((module) => ({ default: module.ToastList })));

/** Where toasts appear. Its code is loaded with the first of them. */
export function Toaster() {
  const needed = useSyncExternalStore(subscribeToToasts, hasToasts);
  return needed ? (
    <Suspense>
      <ToastList />
    </Suspense>
  ) : null;
}
