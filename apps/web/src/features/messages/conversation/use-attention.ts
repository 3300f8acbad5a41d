import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void) => {
  window.addEventListener('focus', listener);
  window.addEventListener('blur', listener);
  document.addEventListener('visibilitychange', listener);
  return () => {
    window.removeEventListener('focus', listener);
    window.removeEventListener('blur', listener);
    document.removeEventListener('visibilitychange', listener);
  };
};

/** Whether somebody can be looking: the tab is visible and has the focus (CH-3). */
export const useAttention = () =>
  useSyncExternalStore(subscribe, () => document.visibilityState === 'visible' && document.hasFocus());
