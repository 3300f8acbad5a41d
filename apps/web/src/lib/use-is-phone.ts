import { useSyncExternalStore } from 'react';

/** The width below which the rail is a bar and questions are sheets; see styles/parts.css. */
const QUERY = '(max-width: 47.99rem)';

const subscribe = (listener: () => void) => {
  const media = matchMedia(QUERY);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
};

/** For what differs in behaviour; what only looks different is a class. */
export const useIsPhone = () => useSyncExternalStore(subscribe, () => matchMedia(QUERY).matches);
