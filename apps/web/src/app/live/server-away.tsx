import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useOnline } from '../../lib/use-online.js';
import { useSocket } from '../../lib/socket-context.js';

/** A restart or a change of network is over before; nobody has to read of it. */
const PATIENCE_MS = 4_000;

/** Says that the server is away while the network is there; silent otherwise. Lies over the page, so nothing moves. */
export function ServerAway() {
  const { connection } = useSocket();
  const online = useOnline();
  const lost = connection.state === 'lost' && online;
  const [away, setAway] = useState(false);

  useEffect(() => {
    if (!lost) return;
    const timer = setTimeout(() => setAway(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setAway(false);
    };
  }, [lost]);

  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 top-[calc(var(--live-bar,0px)+0.75rem)] z-50 grid justify-items-center"
    >
      {away && (
        <p className="flex items-center gap-2 rounded-md bg-surface-2 px-4 py-2 text-sm shadow-float">
          <CloudOff aria-hidden="true" className="flex-none text-warn" />
          <span>
            <b className="font-semibold">The server does not answer.</b>{' '}
            <span className="text-muted">We keep trying; what you write is kept.</span>
          </span>
        </p>
      )}
    </div>
  );
}
