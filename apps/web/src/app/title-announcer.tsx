import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';

/** Reads out the new page's title: without a page load, screen readers would not notice that it changed. */
export function TitleAnnouncer() {
  const { pathname } = useLocation();
  const [first] = useState(pathname);
  const [title, setTitle] = useState('');

  useEffect(() => {
    const observer = new MutationObserver(() => setTitle(document.title));
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, []);

  return (
    <p aria-live="polite" className="sr-only">
      {pathname === first ? '' : title}
    </p>
  );
}
