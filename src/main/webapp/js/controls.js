/**
 * What the person chooses: source, camera, size, outputs, confidence, mode, codec. Reads and fills
 * the form and calls back; knows neither capture nor session.
 */

import { listCameras, canShareScreen } from './capture.js';
import { OutputChoice } from './outputs.js';
import { supportedCodecs } from './peer.js';

const CODECS = ['VP8', 'VP9', 'H264', 'AV1'];

export class Controls {
  #element;
  #streamOutput;
  #dataOutput;
  #confidenceChosen = false;

  /**
   * `on` has `start`, `stop`, `pause`, `source(onlySize)` and `configure(change)`; `element` finds an
   * element of the page by its id.
   */
  constructor(element, on) {
    this.#element = element;
    this.#streamOutput = this.#output('stream-output', (names) => on.configure({ stream_output: names }));
    this.#dataOutput = this.#output('data-output', (names) => on.configure({ data_output: names }));
    const listen = (id, type, listener) => element(id).addEventListener(type, listener);
    listen('controls', 'submit', (event) => event.preventDefault());
    listen('start', 'click', on.start);
    listen('stop', 'click', on.stop);
    listen('pause', 'click', on.pause);
    listen('source', 'change', () => on.source(false));
    listen('camera', 'change', () => on.source(false));
    listen('size', 'change', () => on.source(true));
    listen('confidence', 'input', () => this.#showConfidence());
    listen('confidence', 'change', () => on.configure({ workflows_parameters: this.parameters }));
    navigator.mediaDevices?.addEventListener?.('devicechange', () => this.refreshCameras());
  }

  /** Fills the lists with what this browser and machine have; without a camera the clip is chosen. */
  async prepare() {
    for (const codec of supportedCodecs(CODECS)) {
      this.#element('codec').add(new Option(codec, codec));
    }
    if (!canShareScreen()) {
      this.#element('source').querySelector('option[value="screen"]').remove();
    }
    const cameras = await this.refreshCameras();
    if (cameras.length === 0) {
      this.source = 'sample';
    }
    this.showSource();
  }

  /** Lists the cameras anew, keeping the chosen one or choosing `selected`. */
  async refreshCameras(selected = this.#element('camera').value) {
    const cameras = await listCameras();
    const list = this.#element('camera');
    if (cameras.length === 0) {
      list.replaceChildren(new Option('No camera found', ''));
    } else {
      list.replaceChildren(...cameras.map(({ id, label }) => new Option(label, id)));
      list.value = cameras.some(({ id }) => id === selected) ? selected : cameras[0].id;
    }
    return cameras;
  }

  get source() {
    return this.#element('source').value;
  }

  set source(source) {
    this.#element('source').value = source;
  }

  /** Shows the fields that concern the chosen source only. */
  showSource() {
    for (const part of document.querySelectorAll('[data-for]')) {
      part.hidden = part.dataset.for !== this.source;
    }
  }

  /** `{source, camera, size}`, for `openCapture`. */
  get capture() {
    return { source: this.source, camera: this.#element('camera').value, size: this.#element('size').value };
  }

  /** The options of a new session. */
  get session() {
    return {
      codec: this.#element('codec').value,
      everyFrame: this.#element('mode').value === 'every',
      streamOutput: this.#streamOutput.offered,
      dataOutput: this.#dataOutput.names,
      parameters: this.#confidenceChosen ? this.parameters : null,
    };
  }

  get parameters() {
    return { confidence: this.#element('confidence').valueAsNumber };
  }

  /** Adds output names that results brought. */
  learnOutputs(names) {
    for (const name of names) {
      this.#dataOutput.learn(name);
    }
  }

  /** Lists the outputs of another workflow, and which is its first picture; nulls: the default one. */
  forgetOutputs(names, image) {
    this.#streamOutput.list(names, 'Video of the workflow', image);
    this.#dataOutput.list(names, 'Everything but images');
  }

  /** Shows the outputs that hold on the server, in the shape of a `configured` message. */
  showConfigured(message) {
    if (Array.isArray(message?.stream_output)) {
      this.#streamOutput.names = message.stream_output;
    }
    if (Array.isArray(message?.data_output)) {
      this.#dataOutput.names = message.data_output;
    }
  }

  #output(id, onChange) {
    return new OutputChoice(this.#element(id), this.#element(`${id}-field`), onChange);
  }

  #showConfidence() {
    this.#confidenceChosen = true;
    this.#element('confidence-value').value = this.#element('confidence').valueAsNumber.toFixed(2);
  }
}
