/**
 * Puts the chunks of the data channel together again. Each binary message has a header of three
 * little-endian unsigned 32-bit numbers (frame id, chunk index, number of chunks) and up to 48 KiB of
 * payload. Nothing here trusts the numbers: frames, chunks and bytes in waiting are all bounded, and
 * what passes a bound is dropped and counted.
 */

const HEADER_BYTES = 12;
const MAX_CHUNK_BYTES = 64 * 1024;
const MAX_CHUNKS = 1024;
const MAX_PENDING_FRAMES = 8;
const MAX_PENDING_BYTES = 64 * 1024 * 1024;

/** Reads what the data channel brings, chunked or as text, into the JSON of one frame. */
export class ResultReader {
  #chunks = new Reassembler();
  #text = new TextDecoder();
  #unreadable = 0;

  /** The JSON object that this message completes, else null. */
  read(message) {
    try {
      if (typeof message === 'string') {
        return JSON.parse(message);
      }
      const bytes = this.#chunks.accept(message);
      return bytes && JSON.parse(this.#text.decode(bytes));
    } catch {
      this.#unreadable++;
      return null;
    }
  }

  /** Results that could not be put together or were no JSON. */
  get dropped() {
    return this.#chunks.dropped + this.#unreadable;
  }
}

class Reassembler {
  #pending = new Map();
  #pendingBytes = 0;

  /** Frames given up because a bound was passed or their chunks contradicted each other. */
  dropped = 0;

  /** The bytes of the frame that this chunk completes, else null. */
  accept(buffer) {
    const size = buffer.byteLength - HEADER_BYTES;
    if (size < 0 || size > MAX_CHUNK_BYTES) {
      this.dropped++;
      return null;
    }
    const header = new DataView(buffer, 0, HEADER_BYTES);
    const frameId = header.getUint32(0, true);
    const index = header.getUint32(4, true);
    const total = header.getUint32(8, true);
    if (total === 0 || total > MAX_CHUNKS || index >= total) {
      this.dropped++;
      return null;
    }
    const payload = new Uint8Array(buffer, HEADER_BYTES);
    return total === 1 ? payload : this.#collect(frameId, index, total, payload);
  }

  #collect(frameId, index, total, payload) {
    let frame = this.#pending.get(frameId);
    if (frame && frame.chunks.length !== total) {
      this.#giveUp(frameId);
      frame = undefined;
    }
    if (!frame) {
      frame = { chunks: new Array(total).fill(null), missing: total, size: 0 };
      this.#pending.set(frameId, frame);
    }
    if (frame.chunks[index]) {
      return null;
    }
    frame.chunks[index] = payload;
    frame.missing--;
    frame.size += payload.length;
    this.#pendingBytes += payload.length;
    if (frame.missing === 0) {
      this.#forget(frameId);
      return join(frame);
    }
    while (this.#pending.size > MAX_PENDING_FRAMES || this.#pendingBytes > MAX_PENDING_BYTES) {
      this.#giveUp(this.#pending.keys().next().value);
    }
    return null;
  }

  #giveUp(frameId) {
    this.#forget(frameId);
    this.dropped++;
  }

  #forget(frameId) {
    this.#pendingBytes -= this.#pending.get(frameId).size;
    this.#pending.delete(frameId);
  }
}

function join(frame) {
  const bytes = new Uint8Array(frame.size);
  let offset = 0;
  for (const chunk of frame.chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
