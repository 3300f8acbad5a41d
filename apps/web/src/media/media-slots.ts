import { KIND_OF, NO_TRACKS, SOURCES, type LocalTracks, type Source } from './sources.js';

/**
 * One transceiver per source, negotiated once and then only refilled by `replaceTrack`: a track may come before or after
 * the negotiation, be switched, added or dropped later, and no new offer is needed for it (CALL-17, CALL-18).
 */
export class MediaSlots {
  #slots: Partial<Record<Source, RTCRtpTransceiver>> = {};
  #tracks: LocalTracks = NO_TRACKS;

  constructor(private readonly connection: RTCPeerConnection) {}

  /** The side that offers first makes the slots. */
  async prepare() {
    if (this.#slots.microphone) return;
    for (const source of SOURCES) {
      this.#slots[source] = this.connection.addTransceiver(KIND_OF[source], { direction: 'sendrecv' });
    }
    await this.#fill();
  }

  /**
   * The side that answers takes the slots from the offer it applied. Transceivers that it had made itself for an offer
   * since rolled back are never reused by the browser (RFC 8829, section 5.10), so they are stopped.
   */
  async adopt() {
    const all = this.connection.getTransceivers();
    for (const transceiver of all) if (transceiver.mid === null) transceiver.stop();

    const offered = all.filter(({ mid }) => mid !== null);
    const audio = offered.filter(({ receiver }) => receiver.track.kind === 'audio');
    const video = offered.filter(({ receiver }) => receiver.track.kind === 'video');
    this.#slots = { microphone: audio[0], camera: video[0], screen: video[1] };
    for (const transceiver of this.#all()) transceiver.direction = 'sendrecv';
    await this.#fill();
  }

  /** Sends these tracks from now on. */
  async publish(tracks: LocalTracks) {
    this.#tracks = tracks;
    await this.#fill();
  }

  sender(source: Source): RTCRtpSender | null {
    return this.#slots[source]?.sender ?? null;
  }

  receiver(source: Source): RTCRtpReceiver | null {
    return this.#slots[source]?.receiver ?? null;
  }

  #all() {
    return SOURCES.flatMap((source) => this.#slots[source] ?? []);
  }

  async #fill() {
    await Promise.all(
      SOURCES.map(async (source) => {
        const sender = this.sender(source);
        const { track } = this.#tracks[source];
        if (sender && sender.track !== track) await sender.replaceTrack(track);
      }),
    );
  }
}
