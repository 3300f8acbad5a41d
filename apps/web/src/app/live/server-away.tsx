import { t } from '@lingui/core/macro';
import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useOnline } from '../../lib/use-online.js';
import { useSocket } from '../../lib/socket-context.js';

/** A restart or a change of network is over before; nobody has to read of it. */
const SHOW_AFTER_MS = 4_000;

const away = () => ({ title: t`The server does not answer.`, text: t`We keep trying; what you write is kept.` });
const tooMany = () => ({
  title: t`Too many windows are open.`,
  text: t`Close some of yours, here or on other devices; then messages and calls arrive here again.`,
});

/**
 * Says why nothing new arrives while the network is there: the server is away, or takes no more windows of this person.
 * Silent otherwise. Lies over the page, so nothing moves.
 */
export function ServerAway() {
  const { connection } = useSocket();
  const online = useOnline();
  const lost = connection.state === 'lost' && online;
  const { title, text } = connection.state === 'lost' && connection.tooMany ? tooMany() : away();
  const [isAway, setAway] = useState(false);

  useEffect(() => {
    if (!lost) return;
    const timer = setTimeout(() => setAway(true), SHOW_AFTER_MS);
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
      {isAway && (
        <p className="flex items-center gap-2 rounded-md bg-surface-2 px-4 py-2 text-sm shadow-float">
          <CloudOff aria-hidden="true" className="flex-none text-warn" />
          <span>
            <b className="font-semibold">{title}</b> <span className="text-muted">{text}</span>
          </span>
        </p>
      )}
    </div>
  );
}
