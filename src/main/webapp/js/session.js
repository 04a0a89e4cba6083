/**
 * One live session from Start to its end: a socket, a peer connection and what they tell each other.
 * Knows no page. Emits
 *
 * - `phase`   `{phase, sentence}`: connecting, running, paused; then exactly one of ended or error
 *             (the latter with `failure`)
 * - `picture` the annotated MediaStream
 * - `result`  `{frameId, body}`, one per frame, as the server sent it
 * - `stats`   the server's figures, once a second
 * - `configured` the outputs that now hold
 * - `problem` a {@link Failure} that the session survived
 * - `reattached` after the problem of a lost socket, when a new one carries the session
 */

import { ResultReader } from './chunks.js';
import { Failure, asFailure, endingSentence, serverFailure } from './errors.js';
import { Peer } from './peer.js';
import { reattach } from './reattach.js';
import { Signaling } from './signaling.js';
import { Timers } from './timers.js';

const ANSWER_TIMEOUT_MS = 20_000;
const CONNECT_TIMEOUT_MS = 20_000;
const RELAY_RETRY_MS = 6_000;
const UNSTEADY_MS = 4_000;
const STATUS_INTERVAL_MS = 1_000;
const COMPLETION_GRACE_MS = 2_000;

/** WebSocket close codes of a server that leaves on purpose: going away, restart, try again later. */
const LEAVING_CODES = [1001, 1012, 1013];

export class Session extends EventTarget {
  #options;
  #signaling = new Signaling();
  #peer;
  #reader = new ResultReader();
  #timers = new Timers();
  #phase = 'connecting';
  #token = null;
  #answered = false;
  #connectedOnce = false;
  #restarts = 0;

  /** The server's name for this session, null before the answer. */
  id = null;

  /**
   * `options`: `codec`, `everyFrame`, `streamOutput` and `dataOutput` (lists of output names),
   * `parameters` (an object for the workflow, or null), `specification` (a workflow's document; absent
   * for the server's default), `key` (null where none was needed so far).
   */
  constructor(stream, options) {
    super();
    this.#options = options;
    this.#peer = new Peer(stream, options.codec);
    this.#listenToPeer();
  }

  async open() {
    try {
      this.#enter('connecting', 'Reaching the server…');
      this.#listenToSignaling(this.#signaling);
      await this.#signaling.open();
      if (this.isOver) {
        return;
      }
      this.#enter('connecting', 'Asking for a session…');
      this.#within(ANSWER_TIMEOUT_MS, 'answer', 'no-answer');
      await this.#sendOffer(false);
    } catch (error) {
      this.#fail(asFailure(error));
    }
  }

  /** The key that this session was asked for with; null for none. */
  get key() {
    return this.#options.key ?? null;
  }

  get isOver() {
    return this.#phase === 'ended' || this.#phase === 'error';
  }

  get droppedResults() {
    return this.#reader.dropped;
  }

  pause() {
    this.#ask({ type: 'pause' });
  }

  resume() {
    this.#ask({ type: 'resume' });
  }

  /** Any of `stream_output`, `data_output`, `workflows_parameters`; what is absent stays. */
  configure(change) {
    this.#signaling.send({ type: 'configure', ...change });
  }

  /** Sends another track from now on. */
  replaceTrack(track) {
    return this.#peer.replaceTrack(track);
  }

  connectionStats() {
    return this.#peer.stats();
  }

  stop(sentence = endingSentence('client')) {
    if (!this.isOver) {
      this.#signaling.send({ type: 'terminate' });
      this.#finish('ended', { sentence });
    }
  }

  #ask(message) {
    this.#signaling.send(message);
    this.#signaling.send({ type: 'status' });
  }

  async #sendOffer(restart) {
    const sdp = await this.#peer.offer(restart);
    this.#signaling.send({ type: 'offer', sdp, ...(restart ? {} : this.#offerOptions()) });
  }

  #offerOptions() {
    const { specification } = this.#options;
    return {
      ...(this.key ? { api_key: this.key } : {}),
      ...(specification ? { workflow_configuration: { workflow_specification: specification } } : {}),
      stream_output: this.#options.streamOutput,
      data_output: this.#options.dataOutput,
      webrtc_realtime_processing: !this.#options.everyFrame,
    };
  }

  #listenToSignaling(signaling) {
    signaling.addEventListener('message', (event) => this.#onMessage(event.detail));
    signaling.addEventListener('lost', (event) => this.#onSocketLost(event.detail));
  }

  #listenToPeer() {
    const on = (type, listener) =>
      this.#peer.addEventListener(type, (event) => this.isOver || listener(event.detail));
    on('candidate', (candidate) => this.#signaling.send({ type: 'candidate', candidate }));
    on('picture', (stream) => this.#emit('picture', stream));
    on('connection', (state) => this.#onConnection(state));
    on('result', (data) => this.#onResult(data));
  }

  #onMessage(message) {
    if (this.isOver) {
      return;
    }
    switch (message?.type) {
      case 'answer':
        this.#onAnswer(message).catch((error) => this.#fail(answerFailure(error)));
        break;
      case 'candidate':
        this.#peer.candidate(message.candidate);
        break;
      case 'status':
        this.#onStatus(message);
        break;
      case 'configured':
        this.#emit('configured', message);
        break;
      case 'terminated':
        this.#onTerminated(message.reason, message.message);
        break;
      case 'error':
        this.#onError(message);
        break;
      default:
        break;
    }
  }

  async #onAnswer(message) {
    this.#timers.cancel('answer');
    const iceServers = message.ice_servers ?? [];
    await this.#peer.answer(message.sdp, iceServers);
    if (this.#answered || this.isOver) {
      return;
    }
    this.#answered = true;
    this.#peer.keepResolution();
    this.id = message.session_id ?? null;
    this.#token = message.token ?? null;
    this.#timers.every(STATUS_INTERVAL_MS, 'status', () => this.#signaling.send({ type: 'status' }));
    if (this.#options.parameters) {
      this.configure({ workflows_parameters: this.#options.parameters });
    }
    if (this.#peer.state === 'connected') {
      return;
    }
    this.#enter('connecting', 'Opening the video connection…');
    this.#within(CONNECT_TIMEOUT_MS, 'connect', 'connection-blocked');
    if (iceServers.length > 0) {
      this.#timers.after(RELAY_RETRY_MS, 'relay', () => this.#restartIce());
    }
  }

  #onStatus(message) {
    if (message.stats) {
      this.#emit('stats', message.stats);
    }
    if (message.state === 'paused' && this.#phase === 'running') {
      this.#enter('paused', 'The server has stopped looking at the video.');
    } else if (message.state === 'running' && this.#phase === 'paused') {
      this.#enter('running', 'Live.');
    }
  }

  #onTerminated(reason, text) {
    const sentence = endingSentence(reason);
    if (sentence) {
      this.#finish('ended', { sentence });
    } else {
      this.#fail(new Failure('session-failed', `${reason}: ${text ?? 'no message'}`));
    }
  }

  #onError(message) {
    const failure = serverFailure(message);
    const refusesTheSession = !this.#answered && !/candidate/i.test(message.error_type ?? '');
    if (message.fatal || refusesTheSession) {
      this.#fail(failure);
    } else {
      this.#emit('problem', failure);
    }
  }

  #onConnection(state) {
    if (state === 'connected') {
      for (const timer of ['connect', 'relay', 'unsteady']) {
        this.#timers.cancel(timer);
      }
      this.#restarts = 0;
      this.#connectedOnce = true;
      if (this.#phase === 'connecting') {
        this.#enter('running', 'Live.');
      }
    } else if (state === 'disconnected') {
      this.#timers.after(UNSTEADY_MS, 'unsteady', () => this.#restartIce());
    } else if (state === 'failed') {
      this.#restartIce();
    }
  }

  /** One new ICE negotiation per break; a second failure in a row is the end. */
  #restartIce() {
    if (this.#restarts++ > 0 || !this.#signaling.isOpen) {
      this.#fail(this.#unreachable());
      return;
    }
    this.#timers.after(CONNECT_TIMEOUT_MS, 'connect', () => this.#fail(this.#unreachable()));
    this.#sendOffer(true).catch((error) => this.#fail(asFailure(error)));
  }

  #unreachable() {
    const kind = this.#connectedOnce ? 'connection-lost' : 'connection-blocked';
    return new Failure(kind, `connection state ${this.#peer.state}`);
  }

  #onResult(data) {
    const body = this.#reader.read(data);
    if (body === null) {
      return;
    }
    const frameId = body.video_metadata?.frame_id ?? null;
    if (body.processing_complete) {
      const reason = body.termination_reason ?? 'source_ended';
      this.#timers.after(COMPLETION_GRACE_MS, 'completion', () => this.#onTerminated(reason));
      return;
    }
    this.#emit('result', { frameId, body });
    if (this.#options.everyFrame && frameId !== null) {
      this.#signaling.send({ type: 'ack', ack: frameId });
    }
  }

  #onSocketLost({ code, reason }) {
    const detail = `WebSocket closed with ${code} ${reason}`.trim();
    if (this.isOver) {
      return;
    }
    if (LEAVING_CODES.includes(code)) {
      this.#fail(new Failure('server-leaving', detail));
    } else if (!this.#token || this.#peer.state !== 'connected') {
      this.#fail(new Failure('socket-lost', detail));
    } else {
      this.#reattach(new Failure('socket-lost', detail));
    }
  }

  async #reattach(failure) {
    this.#emit('problem', new Failure('socket-interrupted', failure.detail));
    const signaling = await reattach(this.id, this.#token, () => this.isOver);
    if (this.isOver) {
      signaling?.close();
    } else if (signaling) {
      this.#signaling = signaling;
      this.#listenToSignaling(signaling);
      this.#emit('reattached', null);
    } else {
      this.#fail(failure);
    }
  }

  #enter(phase, sentence) {
    if (!this.isOver) {
      this.#phase = phase;
      this.#emit('phase', { phase, sentence });
    }
  }

  #fail(failure) {
    this.#finish('error', { failure });
  }

  #finish(phase, detail) {
    if (this.isOver) {
      return;
    }
    this.#phase = phase;
    this.#timers.clear();
    this.#peer.close();
    this.#signaling.close();
    this.#emit('phase', { phase, ...detail });
  }

  #within(milliseconds, name, kind) {
    this.#timers.after(milliseconds, name, () => this.#fail(new Failure(kind, `waited ${milliseconds / 1000} s`)));
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function answerFailure(error) {
  return error instanceof Failure ? error : new Failure('bad-answer', `${error.name}: ${error.message}`);
}
