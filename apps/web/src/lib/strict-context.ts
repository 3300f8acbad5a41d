import { createContext, use } from 'react';

/** A context and its hook; the hook throws outside the provider, so a missing provider is found at once. */
export function strictContext<T>(name: string) {
  const Context = createContext<T | undefined>(undefined);
  const useStrict = () => {
    const value = use(Context);
    if (value === undefined) throw new Error(`use${name} needs a ${name}Provider above it.`);
    return value;
  };
  return [Context, useStrict] as const;
}
