/** An AudioContext that counts what it was asked to play; `allowed` is the browser's autoplay decision. */
export class FakeAudioContext extends EventTarget {
  static all: FakeAudioContext[] = [];
  static allowed = true;

  state: AudioContextState = FakeAudioContext.allowed ? 'running' : 'suspended';
  currentTime = 0;
  destination = {};
  notes = 0;
  /** What the analyser reads: every sample the same. */
  input = 0;

  constructor() {
    super();
    FakeAudioContext.all.push(this);
  }

  resume() {
    if (!FakeAudioContext.allowed) return new Promise<void>(() => {});
    if (this.state === 'suspended') {
      this.state = 'running';
      this.dispatchEvent(new Event('statechange'));
    }
    return Promise.resolve();
  }

  async close() {
    this.state = 'closed';
  }

  createOscillator() {
    this.notes += 1;
    return { frequency: { value: 0 }, connect: (next: unknown) => next, start() {}, stop() {} };
  }

  createGain() {
    const gain = { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} };
    return { gain, connect() {} };
  }

  createMediaStreamSource() {
    return { connect() {}, disconnect() {} };
  }

  createAnalyser() {
    return { fftSize: 0, getFloatTimeDomainData: (samples: Float32Array) => samples.fill(this.input) };
  }
}
