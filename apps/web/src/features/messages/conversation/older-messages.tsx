import { t } from '@lingui/core/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { Button } from '../../../components/button.js';
import { messageOf } from '../../../lib/api-error.js';
import { loadOlder } from '../../../resources/messages/load-conversation.js';

interface OlderMessagesProps {
  peerId: string;
  /** What scrolls. */
  box: RefObject<HTMLElement | null>;
}

/** Brings what was written before when the reader comes near the top; a button does it too. */
export function OlderMessages({ peerId, box }: OlderMessagesProps) {
  const client = useQueryClient();
  const mark = useRef<HTMLDivElement>(null);
  const { mutate, isPending, error } = useMutation({ mutationFn: () => loadOlder(client, peerId) });
  const load = useEffectEvent(() => {
    // After a failure only the button tries again.
    if (!isPending && !error) mutate();
  });

  useEffect(() => {
    if (!mark.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && load(), {
      root: box.current,
      rootMargin: '400px 0px 0px 0px',
    });
    observer.observe(mark.current);
    return () => observer.disconnect();
    // A page that was loaded may not fill the screen: then this comes into sight anew.
  }, [box, isPending]);

  return (
    <div ref={mark} className="grid justify-items-center gap-1 pb-3">
      {error && (
        <p role="alert" className="text-sm text-danger">
          {messageOf(error)}
        </p>
      )}
      <Button variant="quiet" busy={isPending} busyLabel={t`Loading earlier messages`} onClick={() => mutate()}>
        {t`Earlier messages`}
      </Button>
    </div>
  );
}
