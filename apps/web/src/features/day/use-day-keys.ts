import { useEffect, useEffectEvent } from 'react';

/** Keys of the day and what they do; what is absent does nothing. Returns false to leave the key to the browser. */
export type KeyActions = Partial<Record<'j' | 'c' | 'd' | 'ArrowUp' | 'ArrowDown', () => boolean | void>>;

const TYPING = 'input, textarea, select, [contenteditable]';
const IN_FRONT = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** Lets a doctor run a morning by keyboard; never while something is typed or a dialog is open. */
export function useDayKeys(actions: KeyActions) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target instanceof Element && event.target.closest(TYPING)) return;
    if (document.querySelector(IN_FRONT)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const act = key in actions ? actions[key as keyof KeyActions] : undefined;
    if (act && act() !== false) event.preventDefault();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
