import { type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';

interface Place {
  href: string;
  scroll: number;
}

// Outlives the layouts, so that coming back from a bare page finds its place too.
const places = new Map<string, Place>();

/**
 * A new page starts at its top with the focus on it; going back returns to where one was, the link that was followed
 * in focus. Returns the click handler that remembers that link.
 */
export function useRouteFocus(main: RefObject<HTMLElement | null>) {
  const { key, pathname } = useLocation();
  const cameBack = useNavigationType() === 'POP';
  const shown = useRef(pathname);

  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const place = cameBack ? places.get(key) : undefined;
    window.scrollTo(0, place?.scroll ?? 0);
    const link = place && main.current?.querySelector<HTMLElement>(`a[href="${CSS.escape(place.href)}"]`);
    (link ?? main.current)?.focus({ preventScroll: true });
  }, [main, key, pathname, cameBack]);

  return (event: MouseEvent) => {
    const href = (event.target as Element).closest('a')?.getAttribute('href');
    if (href) places.set(key, { href, scroll: window.scrollY });
  };
}
