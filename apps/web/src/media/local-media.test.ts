import { beforeEach, describe, expect, test, vi } from 'vitest';
import { listDevices, watchDevices } from './devices.js';
import { openLocalMedia } from './local-media.js';
import { settled } from './testing/fake-clock.js';
import { FakeMediaDevices, FakeStream, type FakeTrack } from './testing/fake-media.js';

let devices: FakeMediaDevices;

beforeEach(() => {
  devices = new FakeMediaDevices();
  devices.devices = [
    { kind: 'audioinput', deviceId: 'headset', label: 'Headset' },
    { kind: 'videoinput', deviceId: 'webcam', label: 'Webcam' },
    { kind: 'audiooutput', deviceId: 'speaker', label: 'Speaker' },
    { kind: 'videoinput', deviceId: '', label: '' },
  ];
  vi.stubGlobal('MediaStream', FakeStream);
  vi.stubGlobal('navigator', { mediaDevices: devices });
});

const kindsOf = (media: Awaited<ReturnType<typeof openLocalMedia>>) => {
  const { microphone, camera } = media.get().tracks;
  return [microphone.track?.kind ?? null, camera.track?.kind ?? null];
};
const unplug = (track: MediaStreamTrack | null) => (track as unknown as FakeTrack).unplug();

describe('CALL-17: what works is used, and what does not is explained', () => {
  test('both are asked for at once, so that the person is asked once', async () => {
    const media = await openLocalMedia();

    expect(kindsOf(media)).toEqual(['audio', 'video']);
    expect(media.get().preview?.getTracks()).toHaveLength(1);
    expect(media.get().problems).toEqual([]);
    expect(devices.asked).toHaveLength(1);
  });

  test.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'missing'],
    ['NotReadableError', 'in-use'],
  ] as const)('a camera that fails with %s is %s, and the microphone goes on', async (fault, why) => {
    devices.faults.video = fault;
    const media = await openLocalMedia();

    expect(kindsOf(media)).toEqual(['audio', null]);
    expect(media.get().problems).toEqual([{ device: 'camera', why, help: expect.stringContaining('camera') }]);
  });

  test('without a microphone the camera goes on', async () => {
    devices.faults.audio = 'NotFoundError';
    expect(kindsOf(await openLocalMedia())).toEqual([null, 'video']);
  });

  test('with neither, there is nothing to send, and both are explained', async () => {
    devices.faults = { audio: 'NotAllowedError', video: 'NotAllowedError' };
    const media = await openLocalMedia();

    expect(kindsOf(media)).toEqual([null, null]);
    expect(media.get().problems.map(({ device }) => device)).toEqual(['microphone', 'camera']);
  });

  test('a page that gets no devices from its browser says unsupported', async () => {
    vi.stubGlobal('navigator', {});
    const media = await openLocalMedia();

    expect(media.get().problems.map(({ why }) => why)).toEqual(['unsupported', 'unsupported']);
  });

  test('a device can be added later, and its problem is gone', async () => {
    devices.faults.video = 'NotReadableError';
    const media = await openLocalMedia();
    devices.faults = {};
    await media.setCamera(true);

    expect(kindsOf(media)).toEqual(['audio', 'video']);
    expect(media.get().problems).toEqual([]);
  });

  test('a preferred device that is gone is replaced by another', async () => {
    const media = await openLocalMedia({ microphone: 'gone', camera: 'webcam' });

    expect(kindsOf(media)).toEqual(['audio', 'video']);
    expect(media.get().problems).toEqual([]);
  });
});

describe('on and off', () => {
  test('muting keeps the microphone open; it just says nothing', async () => {
    const media = await openLocalMedia();
    await media.setMicrophone(false);

    const { track, on } = media.get().tracks.microphone;
    expect([track?.readyState, track?.enabled, on]).toEqual(['live', false, false]);
  });

  test('the camera is closed while it is off, so that its light goes out', async () => {
    const media = await openLocalMedia();
    await media.setCamera(false);
    expect(devices.liveTracks().map(({ kind }) => kind)).toEqual(['audio']);
    expect(media.get().preview).toBeNull();

    await media.setCamera(true);
    expect(kindsOf(media)).toEqual(['audio', 'video']);
  });

  test('quick clicks are taken one after the other; the last one wins', async () => {
    const media = await openLocalMedia();
    await Promise.all([media.setCamera(false), media.setCamera(true), media.setCamera(false)]);

    expect(media.get().tracks.camera).toEqual({ track: null, on: false });
    expect(devices.liveTracks()).toHaveLength(1);
  });
});

describe('CALL-18: other devices', () => {
  test('switching microphones stops the old one and keeps being muted', async () => {
    const media = await openLocalMedia();
    const old = media.get().tracks.microphone.track;
    await media.setMicrophone(false);
    await media.chooseMicrophone('headset');

    const { track, on } = media.get().tracks.microphone;
    expect([old?.readyState, track?.readyState, track?.enabled, on]).toEqual(['ended', 'live', false, false]);
  });

  test('an unplugged headset is replaced, and the talk goes on', async () => {
    const media = await openLocalMedia({ microphone: 'headset', camera: true });
    unplug(media.get().tracks.microphone.track);
    await settled();

    expect(media.get().tracks.microphone).toMatchObject({ on: true, track: { readyState: 'live' } });
  });

  test('an unplugged camera with no other is off, with an explanation', async () => {
    const media = await openLocalMedia();
    devices.faults.video = 'NotFoundError';
    unplug(media.get().tracks.camera.track);
    await settled();

    expect(media.get().tracks.camera).toEqual({ track: null, on: false });
    expect(media.get().problems).toMatchObject([{ device: 'camera', why: 'missing' }]);
  });

  test('the list names what is there, and follows what is plugged in', async () => {
    expect(await listDevices()).toEqual({
      microphones: [{ id: 'headset', label: 'Headset' }],
      cameras: [{ id: 'webcam', label: 'Webcam' }],
      speakers: [{ id: 'speaker', label: 'Speaker' }],
    });

    const watch = watchDevices();
    await settled();
    devices.devices = [];
    devices.dispatchEvent(new Event('devicechange'));
    await settled();
    expect(watch.get()).toEqual({ microphones: [], cameras: [], speakers: [] });
    watch.stop();
  });
});

describe('a shared screen', () => {
  test('is sharp, and ends when the browser’s own button is pressed', async () => {
    const media = await openLocalMedia();
    await media.shareScreen();
    const { track, on } = media.get().tracks.screen;
    expect([track?.contentHint, on]).toEqual(['detail', true]);

    unplug(track);
    await settled();
    expect(media.get().tracks.screen).toEqual({ track: null, on: false });
    expect(media.get().problems).toEqual([]);
  });

  test('that was not chosen leaves everything as it was', async () => {
    const media = await openLocalMedia();
    devices.faults.screen = 'NotAllowedError';
    await media.shareScreen();

    expect(media.get().tracks.screen.on).toBe(false);
    expect(media.get().problems).toMatchObject([{ device: 'screen', why: 'denied' }]);
  });
});

describe('CALL-16: release', () => {
  test('ends every track', async () => {
    const media = await openLocalMedia();
    await media.shareScreen();
    media.release();

    expect(devices.given).toHaveLength(3);
    expect(devices.liveTracks()).toEqual([]);
  });

  test('ends also a camera that is still being opened', async () => {
    const media = await openLocalMedia({ microphone: true, camera: false });
    const opening = media.setCamera(true);
    await Promise.resolve();
    media.release();
    await opening;

    expect(devices.liveTracks()).toEqual([]);
    expect(media.get().tracks.camera.on).toBe(false);
  });
});
