import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { usePageTitle } from '../../lib/use-document-title.js';

/** Reads out the new page's title: without a page load, screen readers would not notice that it changed. */
export function TitleAnnouncer() {
  const { pathname } = useLocation();
  const [first] = useState(pathname);
  const title = usePageTitle();

  return (
    <p aria-live="polite" className="sr-only">
      {pathname === first ? '' : title}
    </p>
  );
}
