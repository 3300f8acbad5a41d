import { SOURCES, type SourceFlags } from './sources.js';

const LONGEST_MESSAGE = 200;

/** Reads what the other side says about its sources; anything but three booleans is null. */
export function readFlags(message: unknown): SourceFlags | null {
  if (typeof message !== 'string' || message.length > LONGEST_MESSAGE) return null;
  try {
    const value: unknown = JSON.parse(message);
    if (typeof value !== 'object' || value === null) return null;
    const said = value as Record<string, unknown>;
    if (!SOURCES.every((source) => typeof said[source] === 'boolean')) return null;
    return { microphone: said.microphone === true, camera: said.camera === true, screen: said.screen === true };
  } catch {
    return null;
  }
}

/**
 * Tells the other side which sources are on, beside the media and so also while the server is away. The channel is
 * negotiated on both sides as id 0 (RFC 8832 is not needed then), so neither waits for the other to open it.
 */
export class StateChannel {
  #channel: RTCDataChannel;
  #flags: SourceFlags | null = null;

  constructor(connection: RTCPeerConnection, onFlags: (flags: SourceFlags) => void, signal: AbortSignal) {
    this.#channel = connection.createDataChannel('state', { negotiated: true, id: 0 });
    this.#channel.addEventListener('open', () => this.#say(), { signal });
    this.#channel.addEventListener(
      'message',
      ({ data }) => {
        const flags = readFlags(data);
        if (flags) onFlags(flags);
      },
      { signal },
    );
  }

  announce(flags: SourceFlags) {
    this.#flags = flags;
    this.#say();
  }

  close() {
    this.#channel.close();
  }

  #say() {
    if (this.#flags && this.#channel.readyState === 'open') this.#channel.send(JSON.stringify(this.#flags));
  }
}
