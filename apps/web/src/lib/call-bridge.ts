/** Whom to ring. */
export interface CallRequest {
  userId: string;
  name: string;
  /** URL of the photo, or empty. */
  avatar: string;
}

type Listener = (request: CallRequest) => void;

const listeners = new Set<Listener>();

/** Asks the calls feature, which features may not import, to ring somebody. */
export function requestCall(request: CallRequest) {
  for (const listener of listeners) listener(request);
}

/** For the calls feature, which rings. Returns how to stop listening. */
export function onCallRequested(listener: Listener) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
