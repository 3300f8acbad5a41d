import { browserClock, type Clock } from '../lib/clock.js';
import { createObservable, type Observable } from '../lib/observable.js';
import { readSample, type StatsSample } from './stats-sample.js';

export type ConnectionQuality = 'good' | 'fair' | 'poor' | 'lost';

/** How the connection did between two samples. */
export interface ConnectionStatistics {
  rttMs: number | null;
  /** The worse of both directions. */
  lossPercent: number;
  outboundLossPercent: number;
  inboundKbps: number;
  outboundKbps: number;
  /** Decoded pictures of the other side per second. */
  framesPerSecond: number;
  availableOutgoingKbps: number | null;
  relayed: boolean | null;
  quality: ConnectionQuality;
}

/** Less sent than this says nothing: a quiet side sends only connectivity checks. */
const TALKING_BYTES = 500;

/** The difference of two samples of one connection; null where no time passed between them. */
export function compareSamples(earlier: StatsSample, later: StatsSample): ConnectionStatistics | null {
  const seconds = (later.at - earlier.at) / 1000;
  if (seconds <= 0) return null;
  // Counters start again at zero when the path changes after an ICE restart.
  const grown = (field: keyof Omit<StatsSample, 'rttMs' | 'availableOutgoingKbps' | 'relayed'>) =>
    Math.max(0, later[field] - earlier[field]);

  const inboundLoss = percent(grown('packetsLost'), grown('packetsReceived') + grown('packetsLost'));
  const outboundLossPercent = percent(grown('remotePacketsLost'), grown('packetsSent'));
  const lossPercent = Math.max(inboundLoss, outboundLossPercent);
  const silent = grown('bytesReceived') === 0 && grown('bytesSent') > TALKING_BYTES;
  return {
    rttMs: later.rttMs,
    lossPercent,
    outboundLossPercent,
    inboundKbps: (grown('bytesReceived') * 8) / 1000 / seconds,
    outboundKbps: (grown('bytesSent') * 8) / 1000 / seconds,
    framesPerSecond: grown('framesDecoded') / seconds,
    availableOutgoingKbps: later.availableOutgoingKbps,
    relayed: later.relayed,
    quality: silent ? 'lost' : judge(lossPercent, later.rttMs ?? 0),
  };
}

/** Loss beyond what Opus conceals well, or delay beyond what talk bears (ITU-T G.114: 400 ms one way is the limit). */
function judge(lossPercent: number, rttMs: number): ConnectionQuality {
  if (lossPercent >= 8 || rttMs >= 800) return 'poor';
  if (lossPercent >= 3 || rttMs >= 300) return 'fair';
  return 'good';
}

const percent = (part: number, whole: number) => (whole > 0 ? Math.min(100, (part / whole) * 100) : 0);

export interface StatisticsPoller extends Observable<ConnectionStatistics | null> {
  stop(): void;
}

/** Samples a session every `intervalMs`; null until there are two samples. */
export function pollStatistics(
  source: { statistics(): Promise<RTCStatsReport> },
  { clock = browserClock, intervalMs = 2_000 }: { clock?: Clock; intervalMs?: number } = {},
): StatisticsPoller {
  const current = createObservable<ConnectionStatistics | null>(null);
  let last: StatsSample | null = null;
  let stopped = false;

  async function poll() {
    const report = await source.statistics().catch(() => null);
    if (stopped || !report) return;
    const sample = readSample(report, clock.now());
    const compared = last && compareSamples(last, sample);
    last = sample;
    if (compared) current.set(compared);
  }

  const cancel = clock.every(intervalMs, () => void poll());
  void poll();
  return {
    get: current.get,
    subscribe: current.subscribe,
    stop: () => {
      stopped = true;
      cancel();
      current.end();
    },
  };
}
