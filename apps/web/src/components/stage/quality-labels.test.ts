import { describe, expect, test } from 'vitest';
import type { ConnectionStatistics } from '../../media/statistics.js';
import { qualityDetails, qualityMark } from './quality-labels.js';

const measured = (over: Partial<ConnectionStatistics> = {}): ConnectionStatistics => ({
  rttMs: 34.4,
  lossPercent: 0.27,
  outboundLossPercent: 0,
  inboundKbps: 1_240,
  outboundKbps: 320,
  framesPerSecond: 30,
  availableOutgoingKbps: null,
  relayed: false,
  quality: 'good',
  ...over,
});

describe('the connection as bars and words', () => {
  test.each([
    ['good', 3, 'Connection good'],
    ['fair', 2, 'Connection fair'],
    ['poor', 1, 'Connection poor'],
    ['lost', 0, 'Nothing arrives'],
  ] as const)('%s', (quality, bars, words) => {
    expect(qualityMark({ status: 'connected' }, measured({ quality }))).toEqual({ bars, words });
  });

  test('a connection that is being mended is no good one, whatever was measured before', () => {
    expect(qualityMark({ status: 'reconnecting', attempt: 1 }, measured())).toEqual({ bars: 0, words: 'Reconnecting' });
  });

  test('details are for people', () => {
    expect(qualityDetails(measured()).map(({ value }) => value)).toEqual([
      '34 ms',
      '0.3 %',
      '1.2 Mbit/s',
      '320 kbit/s',
      'Direct',
    ]);
    expect(qualityDetails(measured({ rttMs: null, relayed: true })).map(({ value }) => value)).toContain(
      'Through a relay',
    );
    expect(qualityDetails(null)).toEqual([]);
  });
});
