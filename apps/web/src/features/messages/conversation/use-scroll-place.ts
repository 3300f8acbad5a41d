import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Within this distance the reader counts as being at the end. */
const NEAR_PX = 80;
/** How much of what was read before stays in sight above the first new message. */
const ABOVE_PX = 96;

interface Shown {
  /** What stands first and last, by key. */
  first: string | undefined;
  last: string | undefined;
  /** The last one was written here. */
  lastIsMine: boolean;
}

interface Before extends Shown {
  height: number;
}

/**
 * Where a conversation is scrolled to: it opens at the first new message, or the end; it follows the end while the
 * reader is there; what comes in above moves nothing. `start` is the element of the first new message.
 */
export function useScrollPlace(
  box: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  start: RefObject<HTMLElement | null>,
  { first, last, lastIsMine }: Shown,
) {
  const before = useRef<Before | null>(null);
  const follows = useRef(true);
  const [isAtEnd, setAtEnd] = useState(true);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const was = before.current;
    if (!was) {
      if (start.current) element.scrollTo({ top: start.current.offsetTop - ABOVE_PX });
      else toEnd(element);
    } else if (was.first !== first && was.last === last) {
      element.scrollBy({ top: element.scrollHeight - was.height });
    } else if (was.last !== last && (follows.current || lastIsMine)) {
      toEnd(element);
    }
    before.current = { first, last, lastIsMine, height: element.scrollHeight };
  }, [box, start, first, last, lastIsMine]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const rest = element.scrollHeight - element.scrollTop - element.clientHeight;
      follows.current = rest < NEAR_PX;
      setAtEnd(follows.current);
    };
    // A picture, somebody who starts writing, or the keyboard of a phone changes the height without a scroll.
    const sizes = new ResizeObserver(() => (follows.current ? toEnd(element) : undefined));
    element.addEventListener('scroll', look, { passive: true });
    sizes.observe(element);
    if (content.current) sizes.observe(content.current);
    look();
    return () => {
      element.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, [box, content]);

  return { isAtEnd, scrollToEnd: () => box.current && toEnd(box.current) };
}

const toEnd = (element: HTMLElement) => element.scrollTo({ top: element.scrollHeight });
