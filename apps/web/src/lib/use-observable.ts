import { useSyncExternalStore } from 'react';
import type { Observable } from '../media/observable.js';

/** The current value of something in media/, renewed on every change. */
export const useObservable = <T>(observable: Observable<T>): T =>
  useSyncExternalStore(observable.subscribe, observable.get);
