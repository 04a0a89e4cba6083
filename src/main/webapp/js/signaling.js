/**
 * The client's side of `/ws/signaling`: JSON text messages, one session per socket. Knows the
 * socket and nothing of WebRTC. Emits `message` (detail: the parsed object) and, once and only when
 * the page did not close it itself, `lost` (detail: the CloseEvent).
 */

import { Failure } from './errors.js';

const OPEN_TIMEOUT_MS = 10_000;

export class Signaling extends EventTarget {
  #url;
  #socket = null;
  #closed = false;

  constructor(url = signalingUrl()) {
    super();
    this.#url = url;
  }

  /** Resolves when the socket is open; rejects with `server-unreachable`. */
  open() {
    return new Promise((resolve, reject) => {
      let opened = false;
      const socket = new WebSocket(this.#url);
      this.#socket = socket;
      const timer = setTimeout(() => socket.close(), OPEN_TIMEOUT_MS);
      socket.addEventListener('open', () => {
        opened = true;
        clearTimeout(timer);
        resolve();
      });
      socket.addEventListener('message', (event) => this.#receive(event.data));
      socket.addEventListener('close', (event) => {
        clearTimeout(timer);
        if (!opened) {
          reject(new Failure('server-unreachable', `${this.#url} closed with ${event.code}`));
        } else if (!this.#closed) {
          this.#closed = true;
          this.dispatchEvent(new CustomEvent('lost', { detail: event }));
        }
      });
    });
  }

  get isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Sends one message; false when the socket is not open. */
  send(message) {
    if (!this.isOpen) {
      return false;
    }
    this.#socket.send(ascii(JSON.stringify(message)));
    return true;
  }

  close() {
    this.#closed = true;
    this.#socket?.close(1000);
  }

  #receive(text) {
    let message;
    try {
      message = JSON.parse(text);
    } catch {
      console.warn('signaling: not JSON, ignored');
      return;
    }
    this.dispatchEvent(new CustomEvent('message', { detail: message }));
  }
}

/**
 * JSON in ASCII. A browser sends a long text in frames, which may end within a character of several
 * bytes, and the server's container decodes each frame by itself.
 */
function ascii(json) {
  return json.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** `ws/signaling` beside this page, whatever its context root. */
export function signalingUrl() {
  const url = new URL('ws/signaling', document.baseURI);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
