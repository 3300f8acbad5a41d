import { createObservable, type Observable } from '../lib/observable.js';
import { describeProblem, type DeviceProblem } from './device-problems.js';

export interface DeviceChoice {
  id: string;
  label: string;
}

export interface DeviceList {
  microphones: DeviceChoice[];
  cameras: DeviceChoice[];
  speakers: DeviceChoice[];
}

/** `true` is the browser's choice, a string the device to prefer (another one where it is gone), `false` leaves it out. */
export interface WantedDevices {
  microphone: string | boolean;
  camera: string | boolean;
}

export interface OpenedDevices {
  microphone: MediaStreamTrack | null;
  camera: MediaStreamTrack | null;
  problems: DeviceProblem[];
}

const CAMERA = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } };

const chosen = (wanted: string | boolean) => (typeof wanted === 'string' ? { deviceId: { exact: wanted } } : {});
const audioOf = ({ microphone }: WantedDevices) => (microphone ? chosen(microphone) : false);
const videoOf = ({ camera }: WantedDevices) => (camera ? { ...CAMERA, ...chosen(camera) } : false);

function mediaDevices(): MediaDevices {
  // On a page without https the browser hides the devices altogether.
  if (!navigator.mediaDevices?.getUserMedia) throw new TypeError('Media devices are not available here.');
  return navigator.mediaDevices;
}

/**
 * Opens what is wanted: both at once, so that the person is asked once; where that fails each alone, so that what works
 * is used (CALL-17). Never rejects: with nothing to open, both are null and `problems` says why.
 */
export async function openDevices(wanted: WantedDevices): Promise<OpenedDevices> {
  if (wanted.microphone && wanted.camera) {
    try {
      const stream = await mediaDevices().getUserMedia({ audio: audioOf(wanted), video: videoOf(wanted) });
      return {
        microphone: stream.getAudioTracks()[0] ?? null,
        camera: stream.getVideoTracks()[0] ?? null,
        problems: [],
      };
    } catch {
      // Each device alone tells which of the two is the problem.
    }
  }
  const microphone = wanted.microphone ? await openMicrophone(wanted.microphone) : null;
  const camera = wanted.camera ? await openCamera(wanted.camera) : null;
  return {
    microphone: microphone?.track ?? null,
    camera: camera?.track ?? null,
    problems: [microphone?.problem, camera?.problem].filter((problem) => problem != null),
  };
}

export type OpenedTrack = { track: MediaStreamTrack; problem: null } | { track: null; problem: DeviceProblem };

export function openMicrophone(wanted: string | true): Promise<OpenedTrack> {
  return openOne('microphone', wanted, (device) => ({ audio: audioOf({ microphone: device, camera: false }) }));
}

export function openCamera(wanted: string | true): Promise<OpenedTrack> {
  return openOne('camera', wanted, (device) => ({ video: videoOf({ microphone: false, camera: device }) }));
}

async function openOne(
  device: 'microphone' | 'camera',
  wanted: string | true,
  constraints: (wanted: string | true) => MediaStreamConstraints,
): Promise<OpenedTrack> {
  try {
    const stream = await mediaDevices().getUserMedia(constraints(wanted));
    return { track: stream.getTracks()[0]!, problem: null };
  } catch (error) {
    const problem = describeProblem(device, error);
    // The preferred one was unplugged since it was chosen: any other is better than none.
    if (problem.why === 'missing' && wanted !== true) return openOne(device, true, constraints);
    return { track: null, problem };
  }
}

/** The devices there are. Before a permission is given, browsers hide names and ids; such entries are left out. */
export async function listDevices(): Promise<DeviceList> {
  const devices = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
  const of = (kind: MediaDeviceKind) =>
    devices
      .filter((device) => device.kind === kind && device.deviceId)
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  return { microphones: of('audioinput'), cameras: of('videoinput'), speakers: of('audiooutput') };
}

export interface DeviceWatch extends Observable<DeviceList> {
  /** Reads the list again: names appear once a device was opened. */
  refresh(): Promise<void>;
  stop(): void;
}

/** The list of devices, kept fresh as they are plugged and unplugged (CALL-18). */
export function watchDevices(): DeviceWatch {
  const list = createObservable<DeviceList>({ microphones: [], cameras: [], speakers: [] });
  const watching = new AbortController();

  async function refresh() {
    const found = await listDevices().catch(() => list.get());
    if (!watching.signal.aborted) list.set(found);
  }

  navigator.mediaDevices?.addEventListener?.('devicechange', () => void refresh(), { signal: watching.signal });
  void refresh();
  return {
    get: list.get,
    subscribe: list.subscribe,
    refresh,
    stop: () => {
      watching.abort();
      list.end();
    },
  };
}
