import { Video } from 'lucide-react';
import { Link, useLocation } from 'react-router-dom';
import { type LiveVisit, useLiveVisit } from '../lib/live-visit.js';
import { useSession } from '../lib/session.js';
import { useNow } from '../lib/use-now.js';

/** A visit that is live lies on top of every other page. */
export function VisitBar() {
  const { session } = useSession();
  const { liveVisit } = useLiveVisit();
  const { pathname } = useLocation();
  const isOwn = session.status === 'signed-in' && session.account._id === liveVisit?.userId;
  return isOwn && liveVisit.path !== pathname ? <Bar visit={liveVisit} /> : null;
}

function Bar({ visit }: { visit: LiveVisit }) {
  const now = useNow(1_000);
  if (now > Date.parse(visit.until)) return null;
  const seconds = Math.max(0, Math.floor((now - Date.parse(visit.startedAt)) / 1_000));
  const elapsed = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <div
      role="region"
      aria-label="Live visit"
      data-live=""
      className="sticky top-0 z-30 flex min-h-(--live-bar) items-center gap-3 bg-accent px-4 py-2 text-sm font-medium text-on-accent"
    >
      <Video aria-hidden="true" />
      <p className="min-w-0 flex-1">
        In a visit with <b className="font-semibold">{visit.withName}</b>,{' '}
        <span className="tabular-nums">{elapsed}</span>
      </p>
      <Link
        to={visit.path}
        className="inline-flex min-h-control items-center rounded-md bg-on-accent px-4 font-semibold whitespace-nowrap text-accent no-underline"
      >
        Return to visit
      </Link>
    </div>
  );
}
