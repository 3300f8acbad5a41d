import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useUnloadGuard } from './use-unload-guard.js';

interface LeaveGuard {
  /** A way out was taken and waits for an answer. */
  asked: boolean;
  stay: () => void;
  leave: () => void;
}

/** The router's own count of the entries in the history, which tells back from forward. */
const placeInHistory = () => Number((history.state as { idx?: number } | null)?.idx ?? 0);

/** The inner address that a plain click on a link leads to, if it leads off this page. */
function wayOut(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!link || link.target === '_blank' || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) {
    return null;
  }
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.pathname === location.pathname) return null;
  return url.pathname + url.search + url.hash;
}

/** While `unsaved`: holds links, back and forward that leave the page, and has the browser ask before the tab closes. */
export function useLeaveGuard(unsaved: boolean): LeaveGuard {
  const navigate = useNavigate();
  const { pathname, key } = useLocation();
  const [way, setWay] = useState<(() => void) | null>(null);
  const open = useRef(false);
  useUnloadGuard(unsaved);

  useEffect(() => {
    if (!unsaved) return;
    const here = placeInHistory();
    let returning = false;
    const hold = (next: () => void) => setWay(() => next);
    const onClick = (event: MouseEvent) => {
      const to = open.current ? null : wayOut(event);
      if (to === null) return;
      event.preventDefault();
      event.stopPropagation();
      hold(() => void navigate(to));
    };
    const onPop = (event: PopStateEvent) => {
      const steps = placeInHistory() - here;
      if (open.current || (!returning && (location.pathname === pathname || steps === 0))) return;
      event.stopImmediatePropagation();
      if (returning) return void (returning = false);
      returning = true;
      history.go(-steps);
      hold(() => history.go(steps));
    };

    const listening = new AbortController();
    // Before the router hears of it.
    const first = { capture: true, signal: listening.signal };
    window.addEventListener('popstate', onPop, first);
    document.addEventListener('click', onClick, first);
    return () => listening.abort();
  }, [unsaved, pathname, key, navigate]);

  return {
    asked: way !== null,
    stay: () => setWay(null),
    leave: () => {
      open.current = true;
      way?.();
    },
  };
}
