import { useEffect } from 'react';

export const SITE = 'Health-Connect';

/** Names the page in the browser's tab; the layout reads the name out when the page changes. */
export function useDocumentTitle(title: string) {
  useEffect(() => {
    document.title = title === SITE ? SITE : `${title} · ${SITE}`;
  }, [title]);
}
