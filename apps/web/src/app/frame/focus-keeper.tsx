import { useEffect } from 'react';

const PLACES = '[role="dialog"], [role="alertdialog"], main';

/** The innermost place that holds what was focused and is still there; else whatever is on top now. */
function refuge(around: readonly Element[]): Element | null | undefined {
  const open = document.querySelectorAll('[role="dialog"], [role="alertdialog"]');
  return (
    around.find((place) => place.isConnected && place.matches(PLACES)) ??
    [...open].at(-1) ??
    document.getElementById('main')
  );
}

function ancestorsOf(element: Element): Element[] {
  return element.parentElement ? [element, ...ancestorsOf(element.parentElement)] : [element];
}

/** When what has the focus goes away, the place around it takes the focus, so that the keyboard goes on from there. */
export function FocusKeeper() {
  useEffect(() => {
    let around: Element[] = [];
    const remember = ({ target }: FocusEvent) => {
      around = target instanceof Element ? ancestorsOf(target) : [];
    };
    const observer = new MutationObserver(() => {
      const wasLost = document.activeElement === document.body && around[0]?.isConnected === false;
      if (!wasLost) return;
      const place = refuge(around);
      if (place instanceof HTMLElement) place.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, []);

  return null;
}
