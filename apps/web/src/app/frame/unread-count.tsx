import { Trans } from '@lingui/react/macro';
import { useUnreadTotal } from '../../resources/messages/queries.js';

/** Messages of others that this person has not seen, over all conversations. */
export function UnreadCount() {
  const count = useUnreadTotal();
  if (count === 0) return null;
  const shown = count > 99 ? '99+' : count;
  return (
    <span className="absolute top-0.5 start-[calc(50%+4px)] min-w-4.5 rounded-full bg-accent px-1 text-center text-xs leading-4.5 font-semibold text-on-accent ring-2 ring-surface-0">
      <Trans>
        {shown}
        <span className="sr-only"> unread</span>
      </Trans>
    </span>
  );
}
