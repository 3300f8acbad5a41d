import { useEffect } from 'react';

/** While `unsaved`, the browser asks before the tab closes. */
export function useUnloadGuard(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    // Before the router hears of it.
    globalThis.addEventListener('beforeunload', ask, { capture: true });
    return () => globalThis.removeEventListener('beforeunload', ask, { capture: true });
  }, [unsaved]);
}
