/**
 * The state line, the buttons, the two videos and the messages: everything that follows from the
 * phase the page is in. Decides nothing.
 */

const NAMES = {
  idle: 'Idle',
  connecting: 'Connecting',
  running: 'Running',
  paused: 'Paused',
  ended: 'Ended',
  error: 'Error',
};

const OPEN_PHASES = ['connecting', 'running', 'paused'];
const CHANGEABLE_WHILE_LIVE = ['source', 'camera', 'size'];
const FIXED_WHILE_OPEN = ['mode', 'codec'];

export class View {
  phase = 'idle';
  #element;
  #videoBack = true;

  /** `element` finds an element of the page by its id. */
  constructor(element) {
    this.#element = element;
    for (const name of ['own', 'annotated']) {
      const video = element(`${name}-video`);
      for (const event of ['loadeddata', 'resize', 'emptied']) {
        video.addEventListener(event, () => this.#showVideo(name));
      }
    }
  }

  enter(phase, sentence) {
    this.phase = phase;
    this.#element('state').dataset.state = phase;
    this.#element('state-name').textContent = NAMES[phase];
    this.#element('state-sentence').textContent = sentence;
    document.title = phase === 'idle' ? 'Sightline' : `${NAMES[phase]} · Sightline`;
    this.#showButtons();
    this.#showVideo('own');
    this.#showVideo('annotated');
  }

  get isOpen() {
    return OPEN_PHASES.includes(this.phase);
  }

  get isLive() {
    return this.isOpen && this.phase !== 'connecting';
  }

  /** Plays `stream` in the `own` or `annotated` video; null empties it. */
  play(name, stream) {
    this.#element(`${name}-video`).srcObject = stream;
    this.#showVideo(name);
  }

  /** Whether the server sends video back, which can be switched off while it runs. */
  showVideoBack(there) {
    this.#videoBack = there;
    this.#showVideo('annotated');
  }

  /** `kind` is `error` or `notice`; `text` is `{title, advice, detail}`. */
  showMessage(kind, { title, advice, detail, open }) {
    const box = this.#element(kind);
    const head = make('div', 'message-head');
    const close = make('button', 'quiet', 'Close');
    close.type = 'button';
    close.addEventListener('click', () => this.#dismiss(box));
    head.append(make('p', 'message-title', title), close);
    box.replaceChildren(head, make('p', 'message-advice', advice));
    if (detail) {
      const details = make('details');
      details.open = Boolean(open);
      details.append(make('summary', '', 'Details'), make('code', '', detail));
      box.append(details);
    }
    box.hidden = false;
  }

  clearMessage(kind) {
    const box = this.#element(kind);
    box.hidden = true;
    box.replaceChildren();
  }

  #dismiss(box) {
    this.clearMessage(box.id);
    this.#element(this.isOpen ? 'stop' : 'start').focus();
  }

  #showButtons() {
    const focused = document.activeElement;
    this.#element('start').disabled = this.isOpen;
    this.#element('stop').disabled = !this.isOpen;
    this.#element('pause').disabled = !this.isLive;
    this.#element('pause').textContent = this.phase === 'paused' ? 'Resume' : 'Pause';
    for (const id of CHANGEABLE_WHILE_LIVE) {
      this.#element(id).disabled = this.phase === 'connecting';
    }
    for (const id of FIXED_WHILE_OPEN) {
      this.#element(id).disabled = this.isOpen;
    }
    if (focused?.disabled) {
      this.#element(this.isOpen ? 'stop' : 'start').focus();
    }
  }

  #showVideo(name) {
    const video = this.#element(`${name}-video`);
    const veil = this.#element(`${name}-veil`);
    const playing = Boolean(video.srcObject) && video.videoWidth > 0;
    const text = this.#veilText(name, playing);
    veil.hidden = !text;
    veil.textContent = text;
    veil.toggleAttribute('data-over', playing);
    this.#element(`${name}-size`).textContent = playing ? `${video.videoWidth} × ${video.videoHeight}` : '';
    if (playing) {
      video.parentElement.style.setProperty('--ratio', `${video.videoWidth} / ${video.videoHeight}`);
    }
    if (name === 'annotated') {
      this.#element('enlarge').disabled = !playing;
    }
  }

  #veilText(name, playing) {
    if (name === 'own') {
      return playing ? '' : 'Your video appears here.';
    }
    switch (this.phase) {
      case 'connecting':
        return 'Connecting…';
      case 'running':
        if (!this.#videoBack) {
          return 'The video that comes back is switched off.';
        }
        return playing ? '' : 'Waiting for the first frame…';
      case 'paused':
        return 'Paused';
      default:
        return 'What the server sees appears here.';
    }
  }
}

function make(tag, className = '', text = '') {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
