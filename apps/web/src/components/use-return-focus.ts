import { useRef } from 'react';

/** Where whoever opens a form wants to begin, instead of at its close button. */
const FIELD = 'input:not([type="hidden"]):not(:disabled), select, textarea, [aria-haspopup="dialog"]';

/**
 * For a dialog that is opened by state: begins at its first field, and gives the focus back, which Radix does only to a
 * trigger of its own. Spread it on Content.
 */
export function useReturnFocus() {
  const opener = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: (event: Event) => {
      opener.current = document.activeElement;
      const box = event.target;
      // A question of yes or no begins at the button that changes nothing.
      const field =
        box instanceof Element && box.getAttribute('role') === 'dialog' && box.querySelector<HTMLElement>(FIELD);
      if (!field) return;
      event.preventDefault();
      field.focus();
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      if (opener.current instanceof HTMLElement) opener.current.focus();
    },
  };
}
