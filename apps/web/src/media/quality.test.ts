import { describe, expect, test, vi } from 'vitest';
import { adaptQuality } from './adaptive-quality.js';
import {
  adapt,
  applyQuality,
  QUALITY_LEVELS,
  type QualityLevel,
  type QualityMode,
  startAdaptation,
} from './quality.js';
import type { ConnectionStatistics } from './statistics.js';
import { createFakeClock, settled } from './testing/fake-clock.js';

const FINE: ConnectionStatistics = {
  rttMs: 30,
  lossPercent: 0,
  outboundLossPercent: 0,
  inboundKbps: 800,
  outboundKbps: 800,
  framesPerSecond: 30,
  availableOutgoingKbps: 3_000,
  relayed: false,
  quality: 'good',
};
const LOSSY: ConnectionStatistics = { ...FINE, lossPercent: 12, outboundLossPercent: 12, quality: 'poor' };

function after(samples: ConnectionStatistics[], mode: QualityMode = 'auto', from = startAdaptation(mode)) {
  return samples.reduce((adaptation, sample) => adapt(adaptation, sample, mode), from);
}
const times = (count: number, sample: ConnectionStatistics) => Array.from({ length: count }, () => sample);

describe('CALL-19: a bad network', () => {
  test('takes first the bitrate, then the resolution, then the picture', () => {
    const steps = [2, 4, 6, 8].map((samples) => QUALITY_LEVELS[after(times(samples, LOSSY)).level]!);

    expect(steps.map(({ maxKbps }) => maxKbps)).toEqual([700, 280, 120, 0]);
    expect(steps.map(({ scaleDown }) => scaleDown).slice(0, 3)).toEqual([1, 2, 4]);
    expect(steps.map(({ video }) => video)).toEqual([true, true, true, false]);
  });

  test('takes no more than the picture, however long it lasts', () => {
    expect(after(times(40, LOSSY)).level).toBe(0);
  });

  test.each([
    ['a long way', { ...FINE, rttMs: 900 }],
    ['a narrow way', { ...FINE, availableOutgoingKbps: 150 }],
    ['no way at all', { ...FINE, quality: 'lost' as const }],
  ])('is noticed by %s, too', (_, sample) => {
    expect(after(times(2, sample)).level).toBeLessThan(startAdaptation('auto').level);
  });

  test('that lasts one moment changes nothing', () => {
    expect(after([LOSSY, FINE, LOSSY, FINE]).level).toBe(startAdaptation('auto').level);
  });

  test('gives everything back once it is fine again, one step at a time', () => {
    const worst = after(times(8, LOSSY));
    expect(after(times(4, FINE), 'auto', worst).level).toBe(1);
    expect(after(times(16, FINE), 'auto', worst).level).toBe(startAdaptation('auto').level);
  });
});

test('saving data keeps the picture small also on the best network, and the high mode goes further than auto', () => {
  expect(QUALITY_LEVELS[after(times(30, FINE), 'save-data').level]!.maxKbps).toBe(280);
  expect(QUALITY_LEVELS[after(times(30, FINE), 'high').level]!.maxKbps).toBe(2_500);
});

describe('applying a level', () => {
  const senderWith = (
    encodings: RTCRtpEncodingParameters[] | undefined,
    setParameters = vi.fn(async () => undefined),
  ) => ({
    sender: { getParameters: () => ({ encodings }), setParameters } as unknown as RTCRtpSender,
    setParameters,
  });

  test('limits the first encoding', async () => {
    const { sender, setParameters } = senderWith([{}]);

    expect(await applyQuality(sender, QUALITY_LEVELS[2])).toBe(true);
    expect(setParameters).toHaveBeenCalledWith({
      encodings: [{ active: true, maxBitrate: 280_000, scaleResolutionDownBy: 2, maxFramerate: 20 }],
    });
  });

  test('switches the picture off without asking for a bitrate of zero', async () => {
    const { sender, setParameters } = senderWith([{}]);
    await applyQuality(sender, QUALITY_LEVELS[0]);

    expect(setParameters).toHaveBeenCalledWith({ encodings: [{ active: false }] });
  });

  test.each([[[]], [undefined]])('does nothing where the browser has no encodings: %o', async (encodings) => {
    const { sender, setParameters } = senderWith(encodings);

    expect(await applyQuality(sender, QUALITY_LEVELS[2])).toBe(false);
    expect(setParameters).not.toHaveBeenCalled();
  });

  test('survives a sender that refuses', async () => {
    const { sender } = senderWith([{}], vi.fn().mockRejectedValue(new DOMException('no', 'InvalidStateError')));
    expect(await applyQuality(sender, QUALITY_LEVELS[2])).toBe(false);
  });
});

test('a watched session is told each new level once, and says when its picture is off', async () => {
  const clock = createFakeClock();
  let sent = 0;
  let lost = 0;
  const statistics = async () => {
    sent += 100;
    lost += 20;
    return new Map([
      ['O', { id: 'O', type: 'outbound-rtp', packetsSent: sent }],
      ['R', { id: 'R', type: 'remote-inbound-rtp', packetsLost: lost }],
    ]) as unknown as RTCStatsReport;
  };
  const told: QualityLevel[] = [];
  const quality = adaptQuality({ statistics, setQuality: (level) => told.push(level) }, { clock });
  for (let sample = 0; sample < 12; sample += 1) {
    await settled();
    clock.advance(2_000);
  }
  await settled();

  expect(told.map(({ maxKbps }) => maxKbps)).toEqual([1_500, 700, 280, 120, 0]);
  expect(quality.get()).toMatchObject({ pictureOff: true, statistics: { quality: 'poor' } });

  quality.setMode('save-data');
  expect(told.at(-1)?.maxKbps).toBe(280);
  expect(quality.get()).toMatchObject({ mode: 'save-data', pictureOff: false });
  quality.stop();
  expect(clock.pending()).toBe(0);
});
