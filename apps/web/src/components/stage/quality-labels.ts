import type { PeerState } from '../../media/recovery.js';
import type { ConnectionStatistics } from '../../media/statistics.js';

export interface QualityMark {
  /** Lit bars of three. */
  bars: 0 | 1 | 2 | 3;
  /** "Connection good" */
  words: string;
}

const MARKS: Record<ConnectionStatistics['quality'], QualityMark> = {
  good: { bars: 3, words: 'Connection good' },
  fair: { bars: 2, words: 'Connection fair' },
  poor: { bars: 1, words: 'Connection poor' },
  lost: { bars: 0, words: 'Nothing arrives' },
};

/** How a connection stands, in three bars and in words. */
export function qualityMark({ status }: PeerState, statistics: ConnectionStatistics | null): QualityMark {
  if (status === 'failed' || status === 'closed') return { bars: 0, words: 'Not connected' };
  if (status === 'reconnecting') return { bars: 0, words: 'Reconnecting' };
  if (status !== 'connected') return { bars: 0, words: 'Connecting' };
  return statistics ? MARKS[statistics.quality] : { bars: 3, words: 'Connected' };
}

/** What stands behind the mark: `34 ms`, `2 % lost`, … */
export function qualityDetails(statistics: ConnectionStatistics | null): { label: string; value: string }[] {
  if (!statistics) return [];
  const { rttMs, lossPercent, inboundKbps, outboundKbps, relayed } = statistics;
  return [
    ...(rttMs === null ? [] : [{ label: 'Delay, there and back', value: `${Math.round(rttMs)} ms` }]),
    { label: 'Lost on the way', value: `${lossPercent < 10 ? lossPercent.toFixed(1) : Math.round(lossPercent)} %` },
    { label: 'Received', value: rate(inboundKbps) },
    { label: 'Sent', value: rate(outboundKbps) },
    ...(relayed === null ? [] : [{ label: 'Path', value: relayed ? 'Through a relay' : 'Direct' }]),
  ];
}

const rate = (kbps: number) => (kbps >= 1000 ? `${(kbps / 1000).toFixed(1)} Mbit/s` : `${Math.round(kbps)} kbit/s`);
