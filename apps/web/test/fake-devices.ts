import { vi } from 'vitest';
import { FakeAudioContext } from '../src/media/testing/fake-audio-context.js';
import { FakeMediaDevices, FakeStream } from '../src/media/testing/fake-media.js';
import { FakePeerConnection } from '../src/media/testing/fake-peer-connection.js';

/** Camera, microphone, sound and connections of a browser, for pages; what they gave away can be looked at. */
export function fakeDevices() {
  const devices = new FakeMediaDevices();
  FakePeerConnection.all.length = 0;
  vi.stubGlobal('RTCPeerConnection', FakePeerConnection);
  vi.stubGlobal('MediaStream', FakeStream);
  vi.stubGlobal('AudioContext', FakeAudioContext);
  Object.defineProperty(navigator, 'mediaDevices', { value: devices, configurable: true });
  vi.spyOn(HTMLMediaElement.prototype, 'srcObject', 'set').mockImplementation(() => undefined);
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
  return devices;
}
