/** The largest message that MongoDB takes. */
export const MAX_MESSAGE_BYTES = 48_000_000;
export const HEADER_BYTES = 16;

/** The bytes are no MongoDB messages; the connection has to be closed. */
export class BadFrame extends Error {}

/** Cuts a stream of bytes into whole messages. */
export class Framer {
  private chunks: Buffer[] = [];
  private held = 0;

  /** The messages that this chunk completes; throws `BadFrame` for a length that none has. */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk);
    this.held += chunk.length;
    const messages: Buffer[] = [];
    for (let next = this.shift(); next; next = this.shift()) messages.push(next);
    return messages;
  }

  private shift(): Buffer | undefined {
    if (this.held < 4) return undefined;
    if (this.chunks[0]!.length < 4) this.join();
    const length = this.chunks[0]!.readInt32LE(0);
    if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) throw new BadFrame(`a message of ${length} bytes`);
    if (this.held < length) return undefined;
    this.join();
    const [all] = this.chunks;
    const rest = all!.subarray(length);
    this.chunks = rest.length > 0 ? [rest] : [];
    this.held = rest.length;
    return all!.subarray(0, length);
  }

  private join(): void {
    if (this.chunks.length > 1) this.chunks = [Buffer.concat(this.chunks)];
  }
}
