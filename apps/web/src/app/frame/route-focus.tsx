import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';

interface Place {
  /** The link that was followed from there. */
  href: string;
  scroll: number;
}

/** By history entry: where one was when one left it. */
const places = new Map<string, Place>();

/**
 * A new page starts at its top with the focus on it; going back returns to where one was, the link that was followed
 * in focus.
 */
export function RouteFocus() {
  const { key, pathname } = useLocation();
  const cameBack = useNavigationType() === 'POP';
  const shown = useRef(pathname);

  useEffect(() => {
    const remember = (event: MouseEvent) => {
      const href = event.target instanceof Element && event.target.closest('a')?.getAttribute('href');
      if (href) places.set(key, { href, scroll: window.scrollY });
    };
    document.addEventListener('click', remember, { capture: true });
    return () => document.removeEventListener('click', remember, { capture: true });
  }, [key]);

  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const place = cameBack ? places.get(key) : undefined;
    const main = document.getElementById('main');
    const link = place && main?.querySelector<HTMLElement>(`a[href="${CSS.escape(place.href)}"]`);
    window.scrollTo(0, place?.scroll ?? 0);
    (link ?? main)?.focus({ preventScroll: true });
  }, [key, pathname, cameBack]);

  return null;
}
