import { expect, type Page } from '@playwright/test';

interface Received {
  frames: number;
  packets: number;
  audioEnergy: number;
  /** Of what is on the screen now. */
  picture: number;
}

/** Watches every connection that the page makes and every camera, microphone and screen it opens; call before it loads. */
export async function watchConnections(page: Page) {
  await page.addInitScript(() => {
    const Real = RTCPeerConnection;
    const all: RTCPeerConnection[] = [];
    const tracks: MediaStreamTrack[] = [];
    Object.assign(globalThis, { connections: all, openedTracks: tracks });
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    };
    globalThis.RTCPeerConnection = class extends Real {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        all.push(this);
      }
    };
  });
}

async function received(page: Page): Promise<Received> {
  return page.evaluate(async () => {
    const connections = (globalThis as { connections?: RTCPeerConnection[] }).connections ?? [];
    const sum = { frames: 0, packets: 0, audioEnergy: 0, picture: 0 };
    for (const connection of connections) {
      if (connection.connectionState === 'closed') continue;
      for (const entry of (await connection.getStats()).values()) {
        if (entry.type !== 'inbound-rtp') continue;
        if (entry.kind === 'video') sum.frames += entry.framesDecoded ?? 0;
        if (entry.kind === 'audio') {
          sum.packets += entry.packetsReceived ?? 0;
          sum.audioEnergy += entry.totalAudioEnergy ?? 0;
        }
      }
    }
    const videos = [...document.querySelectorAll('video')].filter((video) => video.videoWidth > 0);
    const largest = videos.sort((a, b) => b.clientWidth - a.clientWidth)[0];
    if (largest) {
      const canvas = document.createElement('canvas');
      canvas.width = 64;
      canvas.height = 48;
      const brush = canvas.getContext('2d')!;
      brush.drawImage(largest, 0, 0, 64, 48);
      for (const value of brush.getImageData(0, 0, 64, 48).data) sum.picture = (sum.picture * 31 + value) % 1_000_003;
    }
    return sum;
  });
}

/** Decoded frames, sound energy and a picture that changes: the other side is seen and heard. */
export async function expectToSeeAndHear(page: Page) {
  const before = await received(page);
  await expect(async () => {
    const after = await received(page);
    expect(after.frames).toBeGreaterThan(before.frames + 10);
    expect(after.packets).toBeGreaterThan(before.packets + 20);
    expect(after.audioEnergy).toBeGreaterThan(before.audioEnergy);
    expect(after.picture).not.toBe(before.picture);
  }).toPass({ timeout: 30_000 });
}

/** After leaving: no connection is open and no camera or microphone is on. */
export async function expectNothingLive(page: Page) {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { connections = [], openedTracks = [] } = globalThis as {
          connections?: RTCPeerConnection[];
          openedTracks?: MediaStreamTrack[];
        };
        const open = connections.filter((connection) => connection.connectionState !== 'closed').length;
        return { open, on: openedTracks.filter((track) => track.readyState === 'live').length };
      }),
    )
    .toEqual({ open: 0, on: 0 });
}
