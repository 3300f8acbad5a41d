import { t } from '@lingui/core/macro';
import { cx } from '../../../components/cx.js';
import { BubbleBody } from './bubble-body.js';
import { BubbleMeta } from './bubble-meta.js';
import type { Bubble } from './bubbles.js';
import type { Row } from './rows.js';
import { SEQ_ATTRIBUTE } from './use-reading.js';

interface RunProps {
  run: Extract<Row, { kind: 'run' }>;
  peerName: string;
  /** The bubble that says how far my messages got. */
  receiptAt: string | null;
}

/** What one person wrote within a minute: the time stands once, under it. */
export function Run({ run: { isMine, bubbles, time }, peerName, receiptAt }: RunProps) {
  const tellsReceipt = (bubble: Bubble) => bubble.key === receiptAt || bubble.receipt?.status === 'failed';
  return bubbles.map((bubble, index) => {
    const before = bubbles[index - 1];
    const isLast = index === bubbles.length - 1;
    return (
      <li
        key={bubble.key}
        className={cx(
          'grid max-w-[min(34rem,82%)] grid-cols-[minmax(0,1fr)]',
          before && !tellsReceipt(before) ? 'mt-[3px]' : 'mt-3',
          isMine ? 'justify-items-end self-end' : 'justify-items-start self-start',
        )}
        {...(!isMine && { [SEQ_ATTRIBUTE]: bubble.seq })}
      >
        <BubbleBody bubble={bubble} isFirst={index === 0} writer={isMine ? t`You` : peerName} />
        {(isLast || tellsReceipt(bubble)) && (
          <BubbleMeta bubble={bubble} time={time} tellsReceipt={tellsReceipt(bubble)} />
        )}
      </li>
    );
  });
}
