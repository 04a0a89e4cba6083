/**
 * The page itself: binds the controls to a capture and a session, and shows what they report. At
 * most one capture and one session are open at a time.
 */

import { openCapture, listCameras, canShareScreen } from './capture.js';
import { publish } from './debug.js';
import { asFailure, explain } from './errors.js';
import { ConnectionMeter, FiguresView } from './figures.js';
import { OutputChoice } from './outputs.js';
import { supportedCodecs } from './peer.js';
import { ResultsView } from './results.js';
import { Session } from './session.js';
import { View } from './view.js';

const FIGURES_INTERVAL_MS = 1000;
const CODECS = ['VP8', 'VP9', 'H264', 'AV1'];

const element = (id) => document.getElementById(id);

class App {
  view = new View(element);
  figures = new FiguresView(element('figures'));
  results = new ResultsView({
    body: element('results-body'),
    json: element('results-json'),
    summary: element('results-summary'),
    values: element('results-values'),
    notes: element('results-notes'),
    empty: element('results-empty'),
  });
  streamOutput = new OutputChoice(element('stream-output'), element('stream-output-field'), (names) =>
    this.configure({ stream_output: names }));
  dataOutput = new OutputChoice(element('data-output'), element('data-output-field'), (names) =>
    this.configure({ data_output: names }));

  session = null;
  capture = null;
  serverStats = null;
  connection = null;
  configured = null;
  failure = null;
  frames = 0;
  #attempt = 0;
  #figuresTimer = null;
  #confidenceChosen = false;

  async prepare() {
    this.#bind();
    for (const codec of supportedCodecs(CODECS)) {
      element('codec').add(new Option(codec, codec));
    }
    if (!canShareScreen()) {
      element('source').querySelector('option[value="screen"]').remove();
    }
    await this.#refreshCameras();
    if (element('camera').options.length === 0) {
      element('camera').add(new Option('No camera found', ''));
      element('source').value = 'sample';
    }
    this.view.showSource(element('source').value);
    this.view.enter('idle', 'Choose a source and press Start.');
  }

  async start() {
    const attempt = ++this.#attempt;
    this.#reset();
    const source = element('source').value;
    this.view.enter('connecting', source === 'sample' ? 'Opening the clip…' : 'Waiting for your permission…');
    try {
      const capture = await this.#openCapture();
      if (attempt !== this.#attempt) {
        capture.stop();
        return;
      }
      this.#take(capture);
    } catch (error) {
      if (attempt === this.#attempt) {
        this.#end('error', { failure: asFailure(error) });
      }
      return;
    }
    this.#openSession();
  }

  stop() {
    if (this.session) {
      this.session.stop();
    } else {
      this.#end('ended', { sentence: 'You stopped the session.' });
    }
  }

  togglePause() {
    if (this.view.phase === 'paused') {
      this.session.resume();
    } else {
      this.session.pause();
    }
  }

  configure(change) {
    if (this.view.isOpen) {
      this.session?.configure(change);
    }
  }

  /** Changes camera, size or source; a live session goes on with the new pictures. */
  async changeSource(onlySize) {
    this.view.showSource(element('source').value);
    if (!this.view.isLive) {
      return;
    }
    if (onlySize && (await this.capture.resize(element('size').value))) {
      return;
    }
    try {
      const attempt = this.#attempt;
      const capture = await this.#openCapture();
      if (attempt !== this.#attempt) {
        capture.stop();
        return;
      }
      await this.session.replaceTrack(capture.track);
      const before = this.capture;
      this.#take(capture);
      before.stop();
    } catch (error) {
      element('source').value = this.capture?.kind ?? element('source').value;
      this.view.showSource(element('source').value);
      this.view.showMessage('notice', explain(asFailure(error)));
    }
  }

  #reset() {
    this.view.clearMessage('error');
    this.view.clearMessage('notice');
    this.results.clear();
    this.figures.clear();
    this.serverStats = null;
    this.connection = null;
    this.configured = null;
    this.failure = null;
    this.frames = 0;
  }

  async #openCapture() {
    const capture = await openCapture({
      source: element('source').value,
      camera: element('camera').value,
      size: element('size').value,
    });
    if (capture.kind === 'camera') {
      await this.#refreshCameras(capture.track.getSettings().deviceId);
    }
    return capture;
  }

  #take(capture) {
    this.capture = capture;
    this.view.play('own', capture.stream);
    capture.onEnded = () => {
      if (this.capture === capture) {
        this.session?.stop('The source of the pictures was closed. Press Start to go on.');
      }
    };
  }

  #openSession() {
    const session = new Session(this.capture.stream, {
      codec: element('codec').value,
      everyFrame: element('mode').value === 'every',
      streamOutput: this.streamOutput.names,
      dataOutput: this.dataOutput.names,
      parameters: this.#confidenceChosen ? this.#parameters() : null,
    });
    this.session = session;
    const on = (type, listener) => session.addEventListener(type, (event) => listener(event.detail));
    on('phase', (detail) => this.#onPhase(detail));
    on('picture', (stream) => this.view.play('annotated', stream));
    on('stats', (stats) => (this.serverStats = stats));
    on('result', (result) => this.#onResult(result));
    on('configured', (message) => this.#onConfigured(message));
    on('problem', (failure) => this.#onProblem(failure));
    on('reattached', () => this.view.clearMessage('notice'));
    const meter = new ConnectionMeter();
    this.#figuresTimer = setInterval(() => this.#showFigures(session, meter), FIGURES_INTERVAL_MS);
    session.open();
  }

  #onPhase({ phase, sentence, failure }) {
    if (phase === 'ended' || phase === 'error') {
      this.#end(phase, { sentence, failure });
    } else {
      this.view.enter(phase, sentence);
    }
  }

  #onResult(result) {
    this.frames++;
    for (const name of Object.keys(result.body.serialized_output_data ?? {})) {
      this.dataOutput.learn(name);
    }
    this.results.show(result);
  }

  #onConfigured(message) {
    this.configured = message;
    this.view.clearMessage('notice');
    this.#showConfigured();
  }

  #onProblem(failure) {
    this.failure = failure;
    this.#showConfigured();
    this.view.showMessage('notice', explain(failure, true));
  }

  #showConfigured() {
    if (Array.isArray(this.configured?.stream_output)) {
      this.streamOutput.names = this.configured.stream_output;
    }
    if (Array.isArray(this.configured?.data_output)) {
      this.dataOutput.names = this.configured.data_output;
    }
  }

  async #showFigures(session, meter) {
    const report = await session.connectionStats();
    if (!session.isOver) {
      this.connection = meter.read(report);
      this.figures.show(this.serverStats, this.connection);
    }
  }

  #end(phase, { sentence, failure }) {
    this.#attempt++;
    clearInterval(this.#figuresTimer);
    this.session = null;
    this.capture?.stop();
    this.capture = null;
    this.view.play('own', null);
    this.view.play('annotated', null);
    this.failure = failure ?? null;
    if (failure) {
      const text = explain(failure);
      this.view.enter(phase, text.title);
      this.view.showMessage('error', text);
    } else {
      this.view.enter(phase, sentence);
    }
  }

  #parameters() {
    return { confidence: Number(element('confidence').value) };
  }

  async #refreshCameras(selected = element('camera').value) {
    const cameras = await listCameras();
    if (cameras.length > 0) {
      element('camera').replaceChildren(...cameras.map(({ id, label }) => new Option(label, id)));
      element('camera').value = cameras.some(({ id }) => id === selected) ? selected : cameras[0].id;
    } else {
      element('camera').replaceChildren();
    }
  }

  #bind() {
    const on = (id, type, listener) => element(id).addEventListener(type, listener);
    on('controls', 'submit', (event) => event.preventDefault());
    on('start', 'click', () => this.start());
    on('stop', 'click', () => this.stop());
    on('pause', 'click', () => this.togglePause());
    on('source', 'change', () => this.changeSource(false));
    on('camera', 'change', () => this.changeSource(false));
    on('size', 'change', () => this.changeSource(true));
    on('confidence', 'input', () => {
      this.#confidenceChosen = true;
      element('confidence-value').value = element('confidence').valueAsNumber.toFixed(2);
    });
    on('confidence', 'change', () => this.configure({ workflows_parameters: this.#parameters() }));
    on('hold', 'click', () => this.#toggleHold());
    on('copy', 'click', () => this.#copyJson());
    on('enlarge', 'click', () => element('annotated-video').requestFullscreen());
    navigator.mediaDevices?.addEventListener?.('devicechange', () => this.#refreshCameras());
    window.addEventListener('pagehide', () => this.stop());
  }

  #toggleHold() {
    const held = element('hold').getAttribute('aria-pressed') !== 'true';
    element('hold').setAttribute('aria-pressed', String(held));
    this.results.hold(held);
  }

  async #copyJson() {
    const text = JSON.stringify(this.results.latest?.body ?? null, null, 2);
    try {
      await navigator.clipboard.writeText(text);
      element('copy').textContent = 'Copied';
    } catch {
      element('copy').textContent = 'Not allowed here';
    }
    setTimeout(() => (element('copy').textContent = 'Copy JSON'), 1500);
  }
}

const app = new App();
publish(app);
app.prepare();
