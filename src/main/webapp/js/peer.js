/**
 * One peer connection: our video track out, the annotated one in, and the `inference` data channel
 * that the client creates. Emits `candidate` (detail: the candidate or null at the end), `picture`
 * (detail: the annotated MediaStream), `result` (detail: an ArrayBuffer or text) and `connection`
 * (detail: the connectionState). Trickle ICE in both directions; candidates that come before the
 * answer wait for it.
 */

import { Failure } from './errors.js';

const CHANNEL_LABEL = 'inference';

export class Peer extends EventTarget {
  #connection;
  #transceiver;
  #earlyCandidates = [];
  #closed = false;

  /** `codec` is a name such as `VP9` to be preferred, or empty for the browser's own order. */
  constructor(stream, codec) {
    super();
    this.#connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
    this.#transceiver = this.#connection.addTransceiver(stream.getVideoTracks()[0], {
      direction: 'sendrecv',
      streams: [stream],
    });
    prefer(this.#transceiver, codec);
    this.#listen(this.#connection.createDataChannel(CHANNEL_LABEL));
  }

  /** The SDP of an offer; `restart` gathers new ICE candidates for a connection that broke. */
  async offer(restart = false) {
    const offer = await this.#connection.createOffer({ iceRestart: restart });
    await this.#connection.setLocalDescription(offer);
    return this.#connection.localDescription.sdp;
  }

  async answer(sdp, iceServers = []) {
    await this.#connection.setRemoteDescription({ type: 'answer', sdp });
    if (!this.#transceiver.currentDirection?.startsWith('send')) {
      throw new Failure('codec-refused', `video is ${this.#transceiver.currentDirection} in the answer`);
    }
    if (iceServers.length > 0) {
      this.#connection.setConfiguration({ bundlePolicy: 'max-bundle', iceServers });
    }
    for (const candidate of this.#earlyCandidates.splice(0)) {
      await this.#add(candidate);
    }
  }

  async candidate(candidate) {
    if (this.#connection.remoteDescription) {
      await this.#add(candidate);
    } else {
      this.#earlyCandidates.push(candidate);
    }
  }

  /** Sends another track from now on, without a new offer. */
  async replaceTrack(track) {
    await this.#transceiver.sender.replaceTrack(track);
  }

  /** Under pressure the browser sends fewer frames, not smaller ones: detectors need the pixels. */
  async keepResolution() {
    const parameters = this.#transceiver.sender.getParameters();
    parameters.degradationPreference = 'maintain-resolution';
    await this.#transceiver.sender.setParameters(parameters).catch(() => {});
  }

  /** The browser's raw report, a map of statistics objects. */
  stats() {
    return this.#connection.getStats();
  }

  get state() {
    return this.#connection.connectionState;
  }

  close() {
    this.#closed = true;
    this.#connection.close();
  }

  async #add(candidate) {
    try {
      await this.#connection.addIceCandidate(candidate ?? undefined);
    } catch (error) {
      console.warn('peer: candidate refused', error.message);
    }
  }

  #listen(channel) {
    channel.binaryType = 'arraybuffer';
    channel.addEventListener('message', (event) => this.#emit('result', event.data));
    this.#connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.candidate !== '') {
        this.#emit('candidate', candidate?.toJSON() ?? null);
      }
    });
    this.#connection.addEventListener('track', (event) =>
      this.#emit('picture', event.streams[0] ?? new MediaStream([event.track])));
    this.#connection.addEventListener('connectionstatechange', () =>
      this.#emit('connection', this.#connection.connectionState));
  }

  #emit(type, detail) {
    if (!this.#closed) {
      this.dispatchEvent(new CustomEvent(type, { detail }));
    }
  }
}

/** The codecs that this browser can both send and receive, of those the page offers by name. */
export function supportedCodecs(names) {
  const known = RTCRtpReceiver.getCapabilities?.('video')?.codecs ?? [];
  return names.filter((name) => known.some((codec) => isNamed(codec, name)));
}

/** Moves a codec to the front; the others stay behind it, so that the offer can always be met. */
function prefer(transceiver, codec) {
  const known = RTCRtpReceiver.getCapabilities?.('video')?.codecs ?? [];
  if (!codec || !transceiver.setCodecPreferences || known.length === 0) {
    return;
  }
  const first = known.filter((candidate) => isNamed(candidate, codec));
  transceiver.setCodecPreferences([...first, ...known.filter((other) => !first.includes(other))]);
}

function isNamed(codec, name) {
  return codec.mimeType.toLowerCase() === `video/${name.toLowerCase()}`;
}
