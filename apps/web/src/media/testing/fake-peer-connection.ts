import { FakeTrack } from './fake-media.js';

type Kind = 'audio' | 'video';

/** A transceiver as our code sees one. */
class FakeTransceiver {
  mid: string | null = null;
  direction: RTCRtpTransceiverDirection = 'sendrecv';
  receiver: { track: FakeTrack };
  sender = {
    track: null as unknown,
    replaceTrack: async (track: unknown) => {
      this.sender.track = track;
    },
    getParameters: () => ({ encodings: [{}] }),
    setParameters: async () => undefined,
  };

  constructor(readonly kind: Kind) {
    this.receiver = { track: new FakeTrack(kind) };
  }

  stop() {
    this.direction = 'stopped';
  }
}

class FakeDataChannel extends EventTarget {
  readyState: RTCDataChannelState = 'connecting';
  sent: string[] = [];

  send(message: string) {
    this.sent.push(message);
  }
  close() {
    this.readyState = 'closed';
  }
  opens() {
    this.readyState = 'open';
    this.dispatchEvent(new Event('open'));
  }
  hears(data: unknown) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

interface Description {
  type: RTCSdpType;
  sdp: string;
}

let created = 0;

/**
 * Follows the signalling states of W3C WebRTC, section 4.3.3, strictly: what a browser would refuse, this refuses. It
 * moves no media; a test says when the path connects or drops.
 */
export class FakePeerConnection extends EventTarget {
  static all: FakePeerConnection[] = [];

  signalingState: RTCSignalingState = 'stable';
  connectionState: RTCPeerConnectionState = 'new';
  localDescription: Description | null = null;
  remoteDescription: Description | null = null;
  channel = new FakeDataChannel();
  candidates: unknown[] = [];
  restarts = 0;
  listeners = 0;

  #id = ++created;
  #version = 0;
  #epoch = 0;
  #transceivers: FakeTransceiver[] = [];
  #offered: FakeTransceiver[] = [];

  constructor(public configuration: RTCConfiguration = {}) {
    super();
    FakePeerConnection.all.push(this);
  }

  override addEventListener(...[type, listener, options]: Parameters<EventTarget['addEventListener']>) {
    super.addEventListener(type, listener, options);
    this.listeners += 1;
    const signal = typeof options === 'object' ? options?.signal : undefined;
    signal?.addEventListener('abort', () => (this.listeners -= 1));
  }

  createDataChannel() {
    return this.channel;
  }
  getTransceivers() {
    return this.#transceivers;
  }
  getConfiguration() {
    return this.configuration;
  }
  setConfiguration(configuration: RTCConfiguration) {
    this.configuration = configuration;
  }
  getStats = async () => new Map();

  addTransceiver(kind: Kind) {
    const transceiver = new FakeTransceiver(kind);
    this.#transceivers.push(transceiver);
    return transceiver;
  }

  restartIce() {
    this.restarts += 1;
    this.#epoch += 1;
  }

  async setLocalDescription(description?: { type: 'rollback' }) {
    this.#refuse('closed');
    if (description) return this.#rollBack();
    const type = this.signalingState === 'have-remote-offer' ? 'answer' : 'offer';
    if (type === 'offer') {
      this.#offered = this.#transceivers.filter(({ mid, direction }) => mid === null && direction !== 'stopped');
      this.#transceivers.forEach((transceiver, index) => (transceiver.mid ??= String(index)));
    }
    this.localDescription = { type, sdp: this.#write() };
    this.signalingState = type === 'offer' ? 'have-local-offer' : 'stable';
  }

  async setRemoteDescription({ type, sdp }: Description) {
    this.#refuse('closed');
    if (!sdp.startsWith('v=0')) throw new DOMException('bad SDP', 'OperationError');
    if (type === 'answer' && this.signalingState !== 'have-local-offer') this.#refuse(this.signalingState);
    if (type === 'offer' && this.signalingState === 'have-local-offer') this.#rollBack();
    this.remoteDescription = { type, sdp };
    this.signalingState = type === 'offer' ? 'have-remote-offer' : 'stable';
    if (type === 'offer') this.#adopt(sdp);
  }

  async addIceCandidate(candidate: RTCIceCandidateInit) {
    const known = this.remoteDescription?.sdp.includes(`a=ice-ufrag:${candidate.usernameFragment}\r\n`);
    if (!known) throw new DOMException('no such ICE generation', 'OperationError');
    this.candidates.push(candidate.candidate);
  }

  close() {
    this.signalingState = 'closed';
    this.connectionState = 'closed';
  }

  /** What the network does. */
  becomes(state: RTCPeerConnectionState) {
    this.connectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  }

  /** The browser found an address of ours. */
  finds(address: string) {
    const candidate = {
      candidate: `candidate:1 1 udp 1 ${address} 5000 typ host`,
      sdpMid: '0',
      sdpMLineIndex: 0,
      usernameFragment: this.ufrag(),
    };
    this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate }));
  }

  ufrag() {
    return `u${this.#id}e${this.#epoch}`;
  }

  #write() {
    const media = this.#transceivers.filter(({ mid }) => mid !== null);
    return [
      'v=0',
      `o=- ${1000 + this.#id} ${++this.#version} IN IP4 127.0.0.1`,
      ...media.flatMap(({ kind }) => [
        `m=${kind} 54321 UDP/TLS/RTP/SAVPF 111`,
        'c=IN IP4 192.168.1.20',
        'a=candidate:1 1 udp 1 192.168.1.20 54321 typ host',
        `a=ice-ufrag:${this.ufrag()}`,
      ]),
      '',
    ].join('\r\n');
  }

  #adopt(sdp: string) {
    [...sdp.matchAll(/^m=(audio|video)/gm)].forEach(([, kind], index) => {
      if (this.#transceivers.some(({ mid }) => mid === String(index))) return;
      const transceiver = this.addTransceiver(kind as Kind);
      transceiver.direction = 'recvonly';
      transceiver.mid = String(index);
    });
  }

  #rollBack() {
    for (const transceiver of this.#offered) transceiver.mid = null;
    this.#offered = [];
    this.signalingState = 'stable';
  }

  #refuse(state: string) {
    if (this.signalingState === state) throw new DOMException(`wrong in ${state}`, 'InvalidStateError');
  }
}
