/** The counters of one `getStats` report that we judge a connection by; all but `at` only ever grow. */
export interface StatsSample {
  /** Milliseconds. */
  at: number;
  bytesReceived: number;
  bytesSent: number;
  packetsReceived: number;
  packetsLost: number;
  packetsSent: number;
  /** Of what we sent, as the other side reports it. */
  remotePacketsLost: number;
  framesDecoded: number;
  /** The last measured values, null before the first measurement. */
  rttMs: number | null;
  availableOutgoingKbps: number | null;
  /** Whether the path goes through a relay (TURN); null while there is none. */
  relayed: boolean | null;
}

type Entry = Record<string, unknown> & { type: string };

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Reads a report by the names of W3C Identifiers for WebRTC's Statistics (webrtc-stats). */
export function readSample(report: RTCStatsReport, at: number): StatsSample {
  const entries: Entry[] = [];
  report.forEach((entry: Entry) => entries.push(entry));
  const sum = (type: string, field: string) =>
    entries.filter((entry) => entry.type === type).reduce((total, entry) => total + numberOf(entry[field]), 0);

  const pair = selectedPair(entries);
  const rtt = pair?.currentRoundTripTime;
  const available = pair?.availableOutgoingBitrate;
  const local = entries.find((entry) => entry.id === pair?.localCandidateId);
  return {
    at,
    bytesReceived: numberOf(pair?.bytesReceived),
    bytesSent: numberOf(pair?.bytesSent),
    packetsReceived: sum('inbound-rtp', 'packetsReceived'),
    packetsLost: sum('inbound-rtp', 'packetsLost'),
    packetsSent: sum('outbound-rtp', 'packetsSent'),
    remotePacketsLost: sum('remote-inbound-rtp', 'packetsLost'),
    framesDecoded: sum('inbound-rtp', 'framesDecoded'),
    rttMs: typeof rtt === 'number' ? rtt * 1000 : null,
    availableOutgoingKbps: typeof available === 'number' ? available / 1000 : null,
    relayed: local ? local.candidateType === 'relay' : null,
  };
}

// Firefox has no transport entry but marks the pair itself.
function selectedPair(entries: Entry[]): Entry | undefined {
  const transport = entries.find((entry) => entry.type === 'transport' && entry.selectedCandidatePairId);
  const pairs = entries.filter((entry) => entry.type === 'candidate-pair');
  return transport
    ? pairs.find((pair) => pair.id === transport.selectedCandidatePairId)
    : pairs.find((pair) => pair.selected === true || (pair.nominated === true && pair.state === 'succeeded'));
}
