import { useEffect, useSyncExternalStore } from 'react';

const SITE = 'Health-Connect';

/** What a tab says before its page's name, so that it is seen among many; the first that is there is said. */
const NEWS = ['ringing', 'waiting'] as const;
type News = (typeof NEWS)[number];

let page = SITE;
const news = new Map<News, string>();
const listeners = new Set<() => void>();

function show() {
  const first = NEWS.map((kind) => news.get(kind)).find(Boolean);
  const title = first ? `${first} · ${page}` : page;
  if (document.title !== title) document.title = title;
}

/** Names the page in the browser's tab; the layout reads the name out when the page changes. */
export function useDocumentTitle(title: string) {
  useEffect(() => {
    page = title === SITE ? SITE : `${title} · ${SITE}`;
    show();
    for (const listener of listeners) listener();
  }, [title]);
}

/** Says something before the page's name for as long as there are words: "Ana Silva is calling". */
export function useTitleNews(kind: News, words: string | null) {
  useEffect(() => {
    if (words === null) return;
    news.set(kind, words);
    show();
    return () => {
      news.delete(kind);
      show();
    };
  }, [kind, words]);
}

/** The name of the page alone, without news. */
export const usePageTitle = () => useSyncExternalStore(subscribe, () => page);

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
