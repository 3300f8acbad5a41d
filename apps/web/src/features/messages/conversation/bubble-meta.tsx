import { Check, CheckCheck, CircleAlert, Clock, RotateCw, Trash2 } from 'lucide-react';
import { Button } from '../../../components/button.js';
import { IconButton } from '../../../components/icon-button.js';
import type { Bubble } from './bubbles.js';
import { useMessages } from '../messages-context.js';

interface BubbleMetaProps {
  bubble: Bubble;
  time: string;
  tellsReceipt: boolean;
}

const LINE = 'mt-[3px] flex items-center gap-1 px-1 text-xs font-medium';

/** Under a bubble: when, and of my last one how far it got. */
export function BubbleMeta({ bubble: { key, at, receipt }, time, tellsReceipt }: BubbleMetaProps) {
  if (receipt?.status === 'failed') return <Failed clientId={key} reason={receipt.reason} />;
  if (receipt?.status === 'sending') return <Sending />;
  const { word, icon: Icon } = RECEIPT[receipt?.status ?? 'sent'];
  const showsReceipt = receipt !== null && tellsReceipt;
  return (
    <p className={`${LINE} text-muted`}>
      {showsReceipt && <Icon aria-hidden="true" className="size-4" />}
      <span>
        {showsReceipt && `${word} `}
        <time dateTime={at} className="tabular-nums">
          {time}
        </time>
      </span>
    </p>
  );
}

const RECEIPT = {
  sent: { word: 'Sent', icon: Check },
  delivered: { word: 'Delivered', icon: CheckCheck },
  read: { word: 'Read', icon: CheckCheck },
} as const;

function Sending() {
  return (
    <p className={`${LINE} text-muted`}>
      <Clock aria-hidden="true" className="size-4" />
      Sending
    </p>
  );
}

function Failed({ clientId, reason }: { clientId: string; reason: string }) {
  const { outbox } = useMessages();
  return (
    <div className={`${LINE} flex-wrap justify-end text-danger`}>
      <p role="alert" className="flex items-center gap-1">
        <CircleAlert aria-hidden="true" className="size-4 flex-none" />
        Not sent. {reason}
      </p>
      <span className="-my-2 flex items-center">
        <Button
          variant="quiet"
          icon={<RotateCw />}
          onClick={() => outbox.retry(clientId)}
          className="px-2 text-xs whitespace-nowrap"
        >
          Try again
        </Button>
        <IconButton label="Delete this message" icon={<Trash2 />} onClick={() => outbox.remove(clientId)} />
      </span>
    </div>
  );
}
