import type { DeviceProblem } from './device-problems.js';
import { openCamera, openDevices, type OpenedTrack, openMicrophone, type WantedDevices } from './devices.js';
import { createObservable, type MutableObservable, type Observable } from '../lib/observable.js';
import { openScreen } from './screen-share.js';
import { type LocalTracks, NO_TRACKS, type Source, SOURCES } from './sources.js';

export interface LocalMediaState {
  /** To be given to `publish` of every session. */
  tracks: LocalTracks;
  /** The own picture, for the preview; null while the camera is off. */
  preview: MediaStream | null;
  /** At most one per device; gone once the device opens. */
  problems: DeviceProblem[];
}

/** The one owner of this side's microphone, camera and shared screen. All changes happen one after the other. */
export interface LocalMedia extends Observable<LocalMediaState> {
  /** Muting keeps the microphone open, so that speaking again is instant; an absent one is opened. */
  setMicrophone(on: boolean): Promise<void>;
  /** Switching off closes the camera, so that its light goes out. */
  setCamera(on: boolean): Promise<void>;
  chooseMicrophone(deviceId: string): Promise<void>;
  chooseCamera(deviceId: string): Promise<void>;
  shareScreen(): Promise<void>;
  stopScreen(): Promise<void>;
  /** Stops every track, also one that is still being opened (CALL-16). */
  release(): void;
}

/** Opens what is wanted and works. Never rejects; `problems` names what did not open. */
export async function openLocalMedia(wanted: WantedDevices = { microphone: true, camera: true }): Promise<LocalMedia> {
  const media = new OwnedMedia(wanted);
  await media.open();
  return media;
}

class OwnedMedia implements LocalMedia {
  #state: MutableObservable<LocalMediaState> = createObservable<LocalMediaState>({
    tracks: NO_TRACKS,
    preview: null,
    problems: [],
  });
  #queue: Promise<void> = Promise.resolve();
  #released = new AbortController();
  #microphoneId: string | true;
  #cameraId: string | true;

  constructor(private readonly wanted: WantedDevices) {
    this.#microphoneId = typeof wanted.microphone === 'string' ? wanted.microphone : true;
    this.#cameraId = typeof wanted.camera === 'string' ? wanted.camera : true;
  }

  get = () => this.#state.get();
  subscribe = (listener: (state: LocalMediaState) => void) => this.#state.subscribe(listener);

  open() {
    return this.#inTurn(async () => {
      const { microphone, camera, problems } = await openDevices(this.wanted);
      this.#use('microphone', microphone);
      this.#use('camera', camera);
      this.#set({ problems });
    });
  }

  setMicrophone(on: boolean) {
    return this.#inTurn(async () => {
      const { track } = this.get().tracks.microphone;
      if (track) this.#use('microphone', track, on);
      else if (on) this.#take('microphone', await openMicrophone(this.#microphoneId));
    });
  }

  setCamera(on: boolean) {
    return this.#inTurn(async () => {
      if (!on) this.#use('camera', null);
      else if (!this.get().tracks.camera.track) this.#take('camera', await openCamera(this.#cameraId));
    });
  }

  chooseMicrophone(deviceId: string) {
    return this.#inTurn(async () => {
      const opened = await openMicrophone(deviceId);
      if (opened.track) this.#microphoneId = deviceId;
      const { track, on } = this.get().tracks.microphone;
      this.#take('microphone', opened, track === null || on);
    });
  }

  chooseCamera(deviceId: string) {
    return this.#inTurn(async () => {
      // Phones refuse to open a second camera while the first is open.
      this.#use('camera', null);
      const opened = await openCamera(deviceId);
      if (opened.track) this.#cameraId = deviceId;
      this.#take('camera', opened);
    });
  }

  shareScreen() {
    return this.#inTurn(async () => this.#take('screen', await openScreen()));
  }

  stopScreen() {
    return this.#inTurn(async () => this.#use('screen', null));
  }

  release() {
    this.#released.abort();
    for (const source of SOURCES) this.#use(source, null);
    this.#state.end();
  }

  /** Uses a track that opened, else keeps what there is and says what the problem was. */
  #take(source: Source, { track, problem }: OpenedTrack, on = true) {
    const others = this.get().problems.filter(({ device }) => device !== source);
    this.#set({ problems: problem ? [...others, problem] : others });
    if (track) this.#use(source, track, on);
  }

  #use(source: Source, track: MediaStreamTrack | null, on = track !== null) {
    const before = this.get().tracks[source].track;
    if (before !== track) before?.stop();
    if (track && this.#released.signal.aborted) return track.stop();
    if (track && track !== before) this.#watch(source, track);
    if (track) track.enabled = on;
    this.#set({ tracks: { ...this.get().tracks, [source]: { track, on } } });
    if (source === 'camera' && before !== track) this.#set({ preview: track ? new MediaStream([track]) : null });
  }

  /** A track ends by itself when its device is unplugged or the browser's own "stop sharing" is pressed. */
  #watch(source: Source, track: MediaStreamTrack) {
    const ended = () => void this.#inTurn(() => this.#replaceEnded(source, track));
    track.addEventListener('ended', ended, { once: true, signal: this.#released.signal });
  }

  async #replaceEnded(source: Source, track: MediaStreamTrack) {
    const { track: current, on } = this.get().tracks[source];
    if (current !== track) return;
    this.#use(source, null);
    if (source === 'microphone') this.#take(source, await openMicrophone((this.#microphoneId = true)), on);
    if (source === 'camera') this.#take(source, await openCamera((this.#cameraId = true)), on);
  }

  #set(change: Partial<LocalMediaState>) {
    this.#state.set({ ...this.get(), ...change });
  }

  #inTurn(step: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(() => (this.#released.signal.aborted ? undefined : step()));
    return this.#queue;
  }
}
