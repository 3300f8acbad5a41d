import { describe, expect, test } from 'vitest';
import { compareSamples, pollStatistics } from './statistics.js';
import { readSample, type StatsSample } from './stats-sample.js';
import { createFakeClock, settled } from './testing/fake-clock.js';

const START: StatsSample = {
  at: 0,
  bytesReceived: 0,
  bytesSent: 0,
  packetsReceived: 0,
  packetsLost: 0,
  packetsSent: 0,
  remotePacketsLost: 0,
  framesDecoded: 0,
  rttMs: 20,
  availableOutgoingKbps: 2_000,
  relayed: false,
};

/** Two seconds later, of a lively talk. */
const later = (change: Partial<StatsSample> = {}): StatsSample => ({
  ...START,
  at: 2_000,
  bytesReceived: 250_000,
  bytesSent: 125_000,
  packetsReceived: 200,
  packetsSent: 200,
  framesDecoded: 60,
  ...change,
});

describe('the difference between two samples', () => {
  test('gives rates per second, not totals', () => {
    expect(compareSamples(START, later())).toMatchObject({
      inboundKbps: 1_000,
      outboundKbps: 500,
      framesPerSecond: 30,
      lossPercent: 0,
      rttMs: 20,
      quality: 'good',
    });
  });

  test('counts the loss of the worse direction', () => {
    expect(compareSamples(START, later({ packetsReceived: 180, packetsLost: 20, remotePacketsLost: 2 }))).toMatchObject(
      {
        lossPercent: 10,
        outboundLossPercent: 1,
      },
    );
  });

  test.each([
    ['good', {}],
    ['fair', { remotePacketsLost: 8 }],
    ['fair', { rttMs: 350 }],
    ['poor', { remotePacketsLost: 20 }],
    ['poor', { rttMs: 900 }],
    ['lost', { bytesReceived: 0, packetsReceived: 0 }],
  ] as const)('CALL-19: is %s for %o', (quality, change) => {
    expect(compareSamples(START, later(change))?.quality).toBe(quality);
  });

  test('two silent sides have not lost each other', () => {
    expect(compareSamples(START, { ...START, at: 2_000, bytesSent: 100 })?.quality).toBe('good');
  });

  test('is never negative after a path change began its counters anew, and absent without time between', () => {
    expect(compareSamples(later(), { ...START, at: 4_000 })).toMatchObject({ inboundKbps: 0, outboundKbps: 0 });
    expect(compareSamples(START, START)).toBeNull();
  });
});

const report = (entries: Record<string, unknown>[]) =>
  new Map(entries.map((entry) => [entry.id, entry])) as unknown as RTCStatsReport;

const BROWSER_REPORT = [
  { id: 'T', type: 'transport', selectedCandidatePairId: 'P2' },
  { id: 'P1', type: 'candidate-pair', bytesReceived: 1, nominated: true, state: 'succeeded' },
  {
    id: 'P2',
    type: 'candidate-pair',
    bytesReceived: 700,
    bytesSent: 500,
    currentRoundTripTime: 0.05,
    availableOutgoingBitrate: 900_000,
    localCandidateId: 'L',
  },
  { id: 'L', type: 'local-candidate', candidateType: 'relay' },
  { id: 'A', type: 'inbound-rtp', kind: 'audio', packetsReceived: 10, packetsLost: 1 },
  { id: 'V', type: 'inbound-rtp', kind: 'video', packetsReceived: 20, packetsLost: 2, framesDecoded: 5 },
  { id: 'O', type: 'outbound-rtp', packetsSent: 40 },
  { id: 'R', type: 'remote-inbound-rtp', packetsLost: 4 },
];

test('a browser report is read from the pair in use and summed over all streams', () => {
  expect(readSample(report(BROWSER_REPORT), 7)).toEqual({
    at: 7,
    bytesReceived: 700,
    bytesSent: 500,
    packetsReceived: 30,
    packetsLost: 3,
    packetsSent: 40,
    remotePacketsLost: 4,
    framesDecoded: 5,
    rttMs: 50,
    availableOutgoingKbps: 900,
    relayed: true,
  });
});

test('a report without a connection yet is empty, not wrong', () => {
  expect(readSample(report([]), 0)).toMatchObject({ bytesReceived: 0, rttMs: null, relayed: null });
});

test('polling says nothing before the second sample, and nothing after it was stopped', async () => {
  const clock = createFakeClock();
  const poller = pollStatistics({ statistics: async () => report(BROWSER_REPORT) }, { clock });
  await settled();
  expect(poller.get()).toBeNull();

  clock.advance(2_000);
  await settled();
  expect(poller.get()?.rttMs).toBe(50);

  poller.stop();
  expect(clock.pending()).toBe(0);
});
