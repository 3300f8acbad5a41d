/** The parts of a MediaStreamTrack that our code touches; `unplug` is what the browser does when a device goes. */
export class FakeTrack extends EventTarget {
  enabled = true;
  readyState: MediaStreamTrackState = 'live';
  contentHint = '';

  constructor(
    readonly kind: 'audio' | 'video',
    readonly label = '',
  ) {
    super();
  }

  stop() {
    this.readyState = 'ended';
  }

  getSettings(): MediaTrackSettings {
    return { deviceId: this.label };
  }

  unplug() {
    this.stop();
    this.dispatchEvent(new Event('ended'));
  }
}

export class FakeStream {
  #tracks = new Set<FakeTrack>();

  constructor(tracks: FakeTrack[] = []) {
    tracks.forEach((track) => this.addTrack(track));
  }

  addTrack(track: FakeTrack) {
    this.#tracks.add(track);
  }
  getTracks() {
    return [...this.#tracks];
  }
  getAudioTracks() {
    return this.getTracks().filter(({ kind }) => kind === 'audio');
  }
  getVideoTracks() {
    return this.getTracks().filter(({ kind }) => kind === 'video');
  }
}

export const fakeTrack = (kind: 'audio' | 'video', label = '') =>
  new FakeTrack(kind, label) as FakeTrack & MediaStreamTrack;

type Fault = 'NotAllowedError' | 'NotFoundError' | 'NotReadableError';

/** Stands for `navigator.mediaDevices`: what works, what does not, and every track it ever gave away. */
export class FakeMediaDevices extends EventTarget {
  faults: Partial<Record<'audio' | 'video' | 'screen', Fault>> = {};
  devices: Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[] = [];
  given: FakeTrack[] = [];
  asked: MediaStreamConstraints[] = [];

  async getUserMedia(constraints: MediaStreamConstraints) {
    this.asked.push(constraints);
    const kinds = (['audio', 'video'] as const).filter((kind) => constraints[kind]);
    return this.#give(kinds.map((kind) => [kind, this.#faultOf(kind, constraints[kind])]));
  }

  async getDisplayMedia() {
    return this.#give([['video', this.faults.screen]]);
  }

  async enumerateDevices() {
    return this.devices;
  }

  liveTracks() {
    return this.given.filter(({ readyState }) => readyState === 'live');
  }

  #faultOf(kind: 'audio' | 'video', wanted: boolean | MediaTrackConstraints | undefined): string | undefined {
    const id = typeof wanted === 'object' && (wanted.deviceId as { exact?: string } | undefined)?.exact;
    if (id && !this.devices.some(({ deviceId }) => deviceId === id)) return 'OverconstrainedError';
    return this.faults[kind];
  }

  #give(wanted: ['audio' | 'video', string | undefined][]) {
    for (const [, fault] of wanted) if (fault) throw new DOMException('refused', fault);
    const tracks = wanted.map(([kind]) => new FakeTrack(kind));
    this.given.push(...tracks);
    return new FakeStream(tracks);
  }
}
