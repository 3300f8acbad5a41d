import { useSyncExternalStore } from 'react';

export type Theme = 'dark' | 'light';

/** Also read by public/theme.js before the first paint. */
const KEY = 'theme';
const BROWSER_BAR: Record<Theme, string> = { dark: '#171310', light: '#f8f5f0' };

const listeners = new Set<() => void>();

const currentTheme = (): Theme => (document.documentElement.dataset['theme'] === 'light' ? 'light' : 'dark');

function setTheme(theme: Theme) {
  document.documentElement.dataset['theme'] = theme;
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', BROWSER_BAR[theme]);
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage can be forbidden; then the choice lasts until the page is left.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function useTheme() {
  return { theme: useSyncExternalStore(subscribe, currentTheme), setTheme };
}
