import type { ConnectionStatistics } from './statistics.js';

/** What we send as camera picture. Sound is not limited: in a bad network it goes on when the picture stops. */
export interface QualityLevel {
  video: boolean;
  maxKbps: number;
  /** 2 = half the width and height. */
  scaleDown: number;
  maxFramesPerSecond: number;
}

/** From worst to best: first the bitrate falls, then the resolution, then the picture stops. */
export const QUALITY_LEVELS = [
  { video: false, maxKbps: 0, scaleDown: 4, maxFramesPerSecond: 0 },
  { video: true, maxKbps: 120, scaleDown: 4, maxFramesPerSecond: 12 },
  { video: true, maxKbps: 280, scaleDown: 2, maxFramesPerSecond: 20 },
  { video: true, maxKbps: 700, scaleDown: 1, maxFramesPerSecond: 30 },
  { video: true, maxKbps: 1_500, scaleDown: 1, maxFramesPerSecond: 30 },
  { video: true, maxKbps: 2_500, scaleDown: 1, maxFramesPerSecond: 30 },
] as const satisfies readonly QualityLevel[];

/** What the person chose: the best that the network bears, little data, or the highest picture. */
export type QualityMode = 'auto' | 'save-data' | 'high';

const BEST_OF: Record<QualityMode, number> = { 'save-data': 2, auto: 4, high: 5 };

/** How many samples in a row it takes: quick to give way, slow to try more, so that the picture does not flicker. */
const BAD_SAMPLES = 2;
const GOOD_SAMPLES = 4;

export interface Adaptation {
  /** Index into `QUALITY_LEVELS`. */
  level: number;
  bad: number;
  good: number;
}

export function startAdaptation(mode: QualityMode): Adaptation {
  return { level: BEST_OF[mode], bad: 0, good: 0 };
}

/** The next level, given how the connection did since the last sample (CALL-19). */
export function adapt(current: Adaptation, statistics: ConnectionStatistics, mode: QualityMode): Adaptation {
  const level = Math.min(current.level, BEST_OF[mode]);
  if (isStrained(statistics, level)) {
    const bad = current.bad + 1;
    return bad >= BAD_SAMPLES ? { level: Math.max(0, level - 1), bad: 0, good: 0 } : { level, bad, good: 0 };
  }
  if (isEasy(statistics)) {
    const good = current.good + 1;
    return good >= GOOD_SAMPLES
      ? { level: Math.min(BEST_OF[mode], level + 1), bad: 0, good: 0 }
      : { level, bad: 0, good };
  }
  return { level, bad: 0, good: 0 };
}

function isStrained(
  { outboundLossPercent, rttMs, availableOutgoingKbps, quality }: ConnectionStatistics,
  level: number,
) {
  // The estimate of the browser follows what is sent, so it counts only where it falls clearly below.
  const tooNarrow =
    level > 0 && availableOutgoingKbps !== null && availableOutgoingKbps < QUALITY_LEVELS[level]!.maxKbps / 3;
  return quality === 'lost' || outboundLossPercent >= 5 || (rttMs ?? 0) >= 800 || tooNarrow;
}

function isEasy({ outboundLossPercent, rttMs }: ConnectionStatistics) {
  return outboundLossPercent < 2 && (rttMs ?? 0) < 400;
}

/**
 * Applies a level to a sender; false where the browser has no encoding to set yet (before the negotiation, or in
 * older versions), and then nothing changes.
 */
export async function applyQuality(sender: RTCRtpSender, level: QualityLevel): Promise<boolean> {
  const parameters = sender.getParameters();
  const encoding = parameters.encodings?.[0];
  if (!encoding) return false;
  encoding.active = level.video;
  if (level.video) {
    encoding.maxBitrate = level.maxKbps * 1000;
    encoding.scaleResolutionDownBy = level.scaleDown;
    encoding.maxFramerate = level.maxFramesPerSecond;
  }
  try {
    await sender.setParameters(parameters);
    return true;
  } catch {
    return false;
  }
}
