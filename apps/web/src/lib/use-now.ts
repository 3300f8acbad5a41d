import { useCallback, useSyncExternalStore } from 'react';

/** The current time in epoch ms, renewed every `everyMs`: for "starts in 8 min" and the now line. */
export function useNow(everyMs = 30_000) {
  const subscribe = useCallback(
    (listener: () => void) => {
      const timer = setInterval(listener, everyMs);
      return () => clearInterval(timer);
    },
    [everyMs],
  );
  // A step, not the exact time: the value must stay the same between two renewals.
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / everyMs) * everyMs);
}
