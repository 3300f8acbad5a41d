import { t } from '@lingui/core/macro';
import { formatNumber } from '../../lib/write.js';
import type { PeerState } from '../../media/recovery.js';
import type { ConnectionStatistics } from '../../media/statistics.js';

const ONE_PLACE = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

export interface QualityMark {
  /** Lit bars of three. */
  bars: 0 | 1 | 2 | 3;
  /** "Connection good" */
  words: string;
}

const MARKS: Record<ConnectionStatistics['quality'], () => QualityMark> = {
  good: () => ({ bars: 3, words: t`Connection good` }),
  fair: () => ({ bars: 2, words: t`Connection fair` }),
  poor: () => ({ bars: 1, words: t`Connection poor` }),
  lost: () => ({ bars: 0, words: t`Nothing arrives` }),
};

/** How a connection stands, in three bars and in words. */
export function qualityMark({ status }: PeerState, statistics: ConnectionStatistics | null): QualityMark {
  if (status === 'failed' || status === 'closed') return { bars: 0, words: t`Not connected` };
  if (status === 'reconnecting') return { bars: 0, words: t`Reconnecting` };
  if (status !== 'connected') return { bars: 0, words: t`Connecting` };
  return statistics ? MARKS[statistics.quality]() : { bars: 3, words: t`Connected` };
}

/** What stands behind the mark: `34 ms`, `2 % lost`, … */
export function qualityDetails(statistics: ConnectionStatistics | null): { label: string; value: string }[] {
  if (!statistics) return [];
  const { rttMs, lossPercent, inboundKbps, outboundKbps, relayed } = statistics;
  return [
    ...(rttMs === null ? [] : [{ label: t`Delay, there and back`, value: delay(rttMs) }]),
    { label: t`Lost on the way`, value: lost(lossPercent) },
    { label: t`Received`, value: rate(inboundKbps) },
    { label: t({ message: 'Sent', context: 'how much' }), value: rate(outboundKbps) },
    ...(relayed === null
      ? []
      : [
          {
            label: t({ message: 'Path', context: 'of a connection' }),
            value: relayed ? t`Through a relay` : t({ message: 'Direct', context: 'path of a connection' }),
          },
        ]),
  ];
}

function delay(ms: number): string {
  const figure = formatNumber(Math.round(ms));
  return t`${figure} ms`;
}

function lost(percent: number): string {
  const figure = percent < 10 ? formatNumber(percent, ONE_PLACE) : formatNumber(Math.round(percent));
  return t`${figure} %`;
}

function rate(kbps: number): string {
  const fast = kbps >= 1000;
  const figure = fast ? formatNumber(kbps / 1000, ONE_PLACE) : formatNumber(Math.round(kbps));
  return fast ? t`${figure} Mbit/s` : t`${figure} kbit/s`;
}
