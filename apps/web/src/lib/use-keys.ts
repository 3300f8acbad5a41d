import { useEffect, useEffectEvent } from 'react';

/** Keys and what they do, by `KeyboardEvent.key`, letters small. Returns false to leave the key to the browser. */
type KeyActions = Record<string, () => boolean | void>;

const TYPING = 'input, textarea, select, [contenteditable]';
const IN_FRONT = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** Keys of a page; never while something is typed or a dialog is open. What they are stands in app/keys-dialog.tsx. */
export function useKeys(actions: KeyActions) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target instanceof Element && event.target.closest(TYPING)) return;
    if (document.querySelector(IN_FRONT)) return;
    const act = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act && act() !== false) event.preventDefault();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
