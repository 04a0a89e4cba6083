/**
 * Shows the newest result as a table and as JSON. Results may come 30 times a second and be large:
 * they are only remembered when they arrive and drawn at most ten times a second; rows are reused,
 * and both views are bounded.
 */

import { readOutputs } from './detections.js';

const DRAW_INTERVAL_MS = 100;
const COPY_NOTE_MS = 1500;
const MAX_ROWS = 50;
const MAX_JSON_CHARACTERS = 20_000;
const MAX_JSON_STRING = 120;
const MAX_JSON_LIST = 100;
const MAX_JSON_KEYS = 100;

export class ResultsView {
  #element;
  #rows = [];
  #latest = null;
  #drawn = null;
  #timer = null;
  #held = false;

  /** `element` finds an element of the page by its id. */
  constructor(element) {
    this.#element = (name) => element(`results-${name}`);
    element('hold').addEventListener('click', () => this.#toggleHold(element('hold')));
    element('copy').addEventListener('click', () => this.#copy(element('copy')));
  }

  /** The newest result, whole, as the server sent it. */
  get latest() {
    return this.#latest;
  }

  show(result) {
    this.#latest = result;
    this.#timer ??= setTimeout(() => requestAnimationFrame(() => this.#draw()), DRAW_INTERVAL_MS);
  }

  clear() {
    this.#latest = null;
    this.#drawn = null;
    this.#fill([]);
    this.#element('json').textContent = '';
    this.#element('summary').textContent = '';
    this.#element('values').replaceChildren();
    this.#element('notes').textContent = '';
    this.#element('empty').hidden = false;
  }

  /** Keeps the newest result still, to read or to select; results go on arriving. */
  #toggleHold(button) {
    this.#held = !this.#held;
    button.setAttribute('aria-pressed', String(this.#held));
    if (!this.#held && this.#latest) {
      this.show(this.#latest);
    }
  }

  async #copy(button) {
    const text = JSON.stringify((this.#held ? this.#drawn : this.#latest)?.body ?? null, null, 2);
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Not allowed here';
    }
    setTimeout(() => (button.textContent = 'Copy JSON'), COPY_NOTE_MS);
  }

  #draw() {
    this.#timer = null;
    if (this.#held || !this.#latest || this.#latest === this.#drawn) {
      return;
    }
    const { frameId, body } = this.#latest;
    const { detections, values } = readOutputs(body.serialized_output_data);
    this.#fill(detections);
    setText(this.#element('summary'), summary(frameId, detections.length));
    setText(this.#element('notes'), (body.errors ?? []).slice(0, 5).join('\n'));
    this.#showValues(values);
    setText(this.#element('json'), boundedJson(body));
    this.#element('empty').hidden = detections.length > 0;
    this.#drawn = this.#latest;
  }

  #fill(detections) {
    const shown = Math.min(detections.length, MAX_ROWS);
    while (this.#rows.length < shown) {
      const row = new Row();
      this.#rows.push(row);
      this.#element('body').append(row.element);
    }
    this.#rows.forEach((row, index) => row.show(index < shown ? detections[index] : null));
  }

  #showValues(values) {
    const list = this.#element('values');
    while (list.children.length > values.length) {
      list.lastElementChild.remove();
    }
    while (list.children.length < values.length) {
      const pair = document.createElement('div');
      pair.append(document.createElement('dt'), document.createElement('dd'));
      list.append(pair);
    }
    values.forEach(([name, text], index) => {
      setText(list.children[index].firstElementChild, name);
      setText(list.children[index].lastElementChild, text);
    });
  }
}

/** One row of the table, reused from frame to frame. */
class Row {
  constructor() {
    this.element = document.createElement('tr');
    this.label = document.createElement('th');
    this.label.scope = 'row';
    this.bar = document.createElement('span');
    this.bar.className = 'bar';
    this.percent = document.createElement('span');
    this.box = document.createElement('td');
    this.box.className = 'number';
    const confidence = document.createElement('td');
    confidence.className = 'confidence';
    confidence.append(this.bar, this.percent);
    this.element.append(this.label, confidence, this.box);
  }

  show(detection) {
    this.element.hidden = detection === null;
    if (detection === null) {
      return;
    }
    const { label, confidence, box } = detection;
    setText(this.label, label);
    setText(this.percent, Number.isFinite(confidence) ? confidence.toFixed(2) : '–');
    this.bar.style.setProperty('--share', Number.isFinite(confidence) ? confidence.toFixed(2) : '0');
    setText(this.box, box ? boxText(box) : '–');
  }
}

/** Indented JSON for reading: long texts, lists and objects are shortened, the whole is bounded. */
export function boundedJson(value) {
  const text = JSON.stringify(value, shorten, 2) ?? '';
  return text.length > MAX_JSON_CHARACTERS
    ? `${text.slice(0, MAX_JSON_CHARACTERS)}\n… ${text.length - MAX_JSON_CHARACTERS} more characters`
    : text;
}

function shorten(key, value) {
  if (typeof value === 'string' && value.length > MAX_JSON_STRING) {
    return `${value.slice(0, MAX_JSON_STRING)}… (${value.length} characters)`;
  }
  if (Array.isArray(value) && value.length > MAX_JSON_LIST) {
    return [...value.slice(0, MAX_JSON_LIST), `… ${value.length - MAX_JSON_LIST} more`];
  }
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    return shortenObject(value);
  }
  return value;
}

function shortenObject(object) {
  const keys = Object.keys(object);
  if (keys.length <= MAX_JSON_KEYS) {
    return object;
  }
  const first = keys.slice(0, MAX_JSON_KEYS).map((key) => [key, object[key]]);
  return Object.fromEntries([...first, ['…', `${keys.length - MAX_JSON_KEYS} more keys`]]);
}

function summary(frameId, count) {
  const things = count === 1 ? '1 object' : `${count} objects`;
  const more = count > MAX_ROWS ? `, the first ${MAX_ROWS} shown` : '';
  return `Frame ${frameId ?? '–'} · ${things}${more}`;
}

function boxText({ left, top, width, height }) {
  return `${Math.round(left)}, ${Math.round(top)} · ${Math.round(width)} × ${Math.round(height)}`;
}

function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
