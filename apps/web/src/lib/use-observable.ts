import { useSyncExternalStore } from 'react';
import type { Observable } from './observable.js';

/** The current value of something that changes by itself, renewed on every change. */
export const useObservable = <T>({ get, subscribe }: Observable<T>): T => useSyncExternalStore(subscribe, get);
