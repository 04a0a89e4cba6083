/**
 * The page itself: binds the controls to a capture and a session, and shows what they report. At
 * most one capture and one session are open at a time.
 */

import { openCapture } from './capture.js';
import { Controls } from './controls.js';
import { publish } from './debug.js';
import { Failure, asFailure, explain } from './errors.js';
import { ConnectionMeter, FiguresView } from './figures.js';
import { Key } from './key.js';
import { Models } from './models.js';
import { ResultsView } from './results.js';
import { Session } from './session.js';
import { Tabs } from './tabs.js';
import { View } from './view.js';
import { ParameterForm } from './workflow/parameters.js';
import { Workflows } from './workflows.js';

const FIGURES_INTERVAL_MS = 1000;
const LIVE_SENTENCES = {
  camera: 'Your camera is live.',
  screen: 'Your screen is live.',
  sample: 'The sample clip is live.',
};

const element = (id) => document.getElementById(id);

class App {
  view = new View(element);
  figures = new FiguresView(element('figures'));
  results = new ResultsView(element);
  controls = new Controls(element, {
    start: () => this.start(),
    stop: () => this.stop(),
    pause: () => this.togglePause(),
    source: (onlySize) => this.changeSource(onlySize),
    configure: (change) => this.session?.configure(change),
  });

  tabs = new Tabs(element('tabs'), (panel) => {
    this.models.show(panel === 'models');
    if (panel === 'workflows') {
      this.workflows.show();
    }
  });
  key = new Key(element);
  models = new Models(element, this.key);
  workflows = new Workflows(element, this.key, (workflow) => this.runWorkflow(workflow));
  parameters = new ParameterForm(element('workflow-parameters'), (values) =>
    this.session?.configure({ workflows_parameters: values }));
  /** What runs instead of the server's default workflow; null for that one. */
  workflow = null;

  session = null;
  capture = null;
  serverStats = null;
  connection = null;
  configured = null;
  failure = null;
  frames = 0;
  /** The outputs that hold on the server: those of the offer, then of each `configured`. */
  #held = null;
  #attempt = 0;
  /** Counts changes of the source: one that has been overtaken stops what it opened. */
  #change = 0;
  #figuresTimer = null;

  async prepare() {
    element('enlarge').addEventListener('click', () => element('annotated-video').requestFullscreen());
    window.addEventListener('pagehide', () => this.stop());
    element('workflow-edit').addEventListener('click', () => this.tabs.show('workflows'));
    element('workflow-default').addEventListener('click', () => this.#choose(null));
    await this.controls.prepare();
    this.view.enter('idle', 'Choose a source and press Start.');
    if (!window.isSecureContext) {
      this.view.showMessage('notice', explain(new Failure('insecure', location.origin)));
    }
  }

  async start() {
    const attempt = ++this.#attempt;
    this.#reset();
    const isClip = this.controls.source === 'sample';
    this.view.enter('connecting', isClip ? 'Opening the clip…' : 'Waiting for your permission…');
    try {
      const capture = await this.#openCapture(attempt);
      if (capture) {
        this.#take(capture);
        this.#openSession();
      }
    } catch (error) {
      if (attempt === this.#attempt) {
        this.#end('error', { failure: asFailure(error) });
      }
    }
  }

  stop() {
    if (this.session) {
      this.session.stop();
    } else if (this.view.isOpen) {
      this.#end('ended', { sentence: 'You stopped the session.' });
    }
  }

  /** Runs a document on the video, starting or starting anew; the person sees it at once. */
  async runWorkflow(workflow) {
    this.tabs.show('live');
    this.#choose(workflow);
    if (this.view.isOpen) {
      this.stop();
    }
    await this.start();
  }

  #choose(workflow) {
    this.workflow = workflow;
    element('workflow-chosen').textContent = workflow
      ? workflow.name
      : 'The server\'s default: detect objects, draw them, count them.';
    element('workflow-default').hidden = !workflow;
    element('running').hidden = !workflow;
    this.workflows.showRunning(workflow?.document ?? null);
    element('confidence-field').hidden = Boolean(workflow);
    this.parameters.show(workflow?.parameters ?? []);
    this.controls.forgetOutputs(workflow?.outputs ?? null, workflow?.firstImage ?? null);
    if (!workflow && this.view.isOpen) {
      this.stop();
    }
  }

  togglePause() {
    if (this.view.phase === 'paused') {
      this.session.resume();
    } else {
      this.session.pause();
    }
  }

  /** Changes source, camera or size; a live session goes on with the new frames. */
  async changeSource(onlySize) {
    this.controls.showSource();
    if (!this.view.isLive) {
      return;
    }
    const change = ++this.#change;
    const attempt = this.#attempt;
    const isCurrent = () => attempt === this.#attempt && change === this.#change;
    if (onlySize && ((await this.capture.resize(this.controls.capture.size)) || !isCurrent())) {
      return;
    }
    let capture = null;
    try {
      capture = await this.#openCapture(attempt);
      if (!capture || !isCurrent()) {
        capture?.stop();
        return;
      }
      await this.session.replaceTrack(capture.track);
      if (!isCurrent()) {
        capture.stop();
        return;
      }
      const before = this.capture;
      this.#take(capture);
      before?.stop();
      this.#showLive(this.view.phase);
    } catch (error) {
      capture?.stop();
      if (!isCurrent()) {
        return;
      }
      this.controls.source = this.capture?.kind ?? this.controls.source;
      this.controls.showSource();
      this.view.showMessage('notice', explain(asFailure(error)));
    }
  }

  /** Opens what is chosen; null, and nothing left open, when the person has moved on meanwhile. */
  async #openCapture(attempt) {
    const capture = await openCapture(this.controls.capture);
    if (capture.kind === 'camera') {
      await this.controls.refreshCameras(capture.track.getSettings().deviceId);
    }
    if (attempt === this.#attempt) {
      return capture;
    }
    capture.stop();
    return null;
  }

  #take(capture) {
    this.capture = capture;
    this.view.play('own', capture.stream);
    capture.onEnded = () => {
      if (this.capture === capture) {
        this.session?.stop('The video source was closed. Press Start to go on.');
      }
    };
  }

  #openSession() {
    const options = { ...this.controls.session, ...this.#workflowOptions(), key: this.key.value };
    const session = new Session(this.capture.stream, options);
    this.session = session;
    this.#held = { stream_output: options.streamOutput, data_output: options.dataOutput };
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

  #workflowOptions() {
    return this.workflow
      ? { specification: this.workflow.document, parameters: this.parameters.values }
      : {};
  }

  #onPhase({ phase, sentence, failure }) {
    if (phase === 'ended' || phase === 'error') {
      this.#end(phase, { sentence, failure });
    } else if (phase === 'running') {
      this.#showLive(phase);
    } else {
      this.view.enter(phase, sentence);
    }
  }

  #showLive(phase) {
    if (phase === 'running') {
      this.view.enter(phase, LIVE_SENTENCES[this.capture.kind]);
    }
  }

  #onResult(result) {
    this.frames++;
    this.controls.learnOutputs(Object.keys(result.body.serialized_output_data ?? {}));
    this.results.show(result);
    this.workflows.showErrors(result.body.errors ?? []);
  }

  #onConfigured(message) {
    this.configured = message;
    this.#held = message;
    this.view.clearMessage('notice');
    this.view.showVideoBack(message.stream_output?.length !== 0);
    this.controls.showConfigured(message);
  }

  #onProblem(failure) {
    this.failure = failure;
    this.controls.showConfigured(this.#held);
    this.view.showMessage('notice', explain(failure, true));
  }

  async #showFigures(session, meter) {
    const report = await session.connectionStats();
    if (!session.isOver) {
      this.connection = meter.read(report);
      this.figures.show(this.serverStats, this.connection);
    }
  }

  #reset() {
    this.view.clearMessage('error');
    this.view.clearMessage('notice');
    this.view.showVideoBack(true);
    this.results.clear();
    this.figures.clear();
    this.serverStats = null;
    this.connection = null;
    this.configured = null;
    this.failure = null;
    this.frames = 0;
  }

  #end(phase, { sentence, failure }) {
    this.#attempt++;
    clearInterval(this.#figuresTimer);
    const key = this.session?.key ?? null;
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
      if (this.workflow && text.open) {
        this.workflows.showRefusal(failure.detail);
      }
      if (failure.kind === 'key-needed') {
        this.#askForKey(key);
      }
    } else {
      this.view.enter(phase, sentence);
    }
  }

  /** The server wants a key, another one than `used`: with it, the session starts anew. */
  async #askForKey(used) {
    const attempt = this.#attempt;
    if ((await this.key.ask(used)) && attempt === this.#attempt) {
      await this.start();
    }
  }
}

const app = new App();
publish(app);
app.prepare();
