import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Check, CheckCheck, CircleAlert, Clock, RotateCw, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
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
  const status = receipt?.status ?? 'sent';
  const Icon = ICONS[status];
  const showsReceipt = receipt !== null && tellsReceipt;
  const written = (
    <time dateTime={at} className="tabular-nums">
      {time}
    </time>
  );
  return (
    <p className={`${LINE} text-muted`}>
      {showsReceipt && <Icon aria-hidden="true" className="size-4" />}
      <span>{showsReceipt ? <HowFar status={status} time={written} /> : written}</span>
    </p>
  );
}

const ICONS = { sent: Check, delivered: CheckCheck, read: CheckCheck };

function HowFar({ status, time }: { status: keyof typeof ICONS; time: ReactNode }) {
  switch (status) {
    case 'sent':
      return <Trans>Sent {time}</Trans>;
    case 'delivered':
      return <Trans>Delivered {time}</Trans>;
    case 'read':
      return <Trans>Read {time}</Trans>;
  }
}

function Sending() {
  return (
    <p className={`${LINE} text-muted`}>
      <Clock aria-hidden="true" className="size-4" />
      {t`Sending`}
    </p>
  );
}

function Failed({ clientId, reason }: { clientId: string; reason: string }) {
  const { outbox } = useMessages();
  return (
    <div className={`${LINE} flex-wrap justify-end text-danger`}>
      <p role="alert" className="flex items-center gap-1">
        <CircleAlert aria-hidden="true" className="size-4 flex-none" />
        {t`Not sent. ${reason}`}
      </p>
      <span className="-my-2 flex items-center">
        <Button
          variant="quiet"
          icon={<RotateCw />}
          onClick={() => outbox.retry(clientId)}
          className="px-2 text-xs whitespace-nowrap"
        >
          {t`Try again`}
        </Button>
        <IconButton label={t`Delete this message`} icon={<Trash2 />} onClick={() => outbox.remove(clientId)} />
      </span>
    </div>
  );
}
