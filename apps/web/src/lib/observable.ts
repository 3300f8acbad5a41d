/** A value that changes over time. It has the shape React's `useSyncExternalStore` asks for, without knowing React. */
export interface Observable<T> {
  get(): T;
  /** Calls back on every change, not at once; the answer ends the subscription. */
  subscribe(listener: (value: T) => void): () => void;
}

export interface MutableObservable<T> extends Observable<T> {
  set(value: T): void;
  /** Forgets every subscriber. */
  end(): void;
}

export function createObservable<T>(initial: T): MutableObservable<T> {
  let value = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(value, next)) return;
      value = next;
      for (const listener of [...listeners]) listener(next);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    end: () => listeners.clear(),
  };
}
