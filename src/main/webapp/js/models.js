/**
 * The Models tab: which models the server has, in which state, and all that it tells of the one that
 * is chosen. Looks again while it is shown.
 */

import { listModels, readModel } from './models/server.js';
import { age, bytes, millis, tensor } from './models/words.js';

const INTERVAL_MS = 4000;
const MOST_CLASSES = 200;
/** What a state means, for who does not know the words. */
const STATES = {
  idle: 'not in memory; loads when it is asked for',
  loading: 'is being loaded and warmed up',
  fetching: 'is being fetched',
  ready: 'in memory and warm',
  failed: 'refused',
  quarantined: 'hung or crashed; not tried again',
  closed: 'closed',
};

export class Models {
  #element;
  #key;
  #chosen = null;
  #shown = false;
  #timer = null;
  #list = [];
  #told = '';

  /** `element` finds an element by its id; `key` goes with requests. */
  constructor(element, key) {
    this.#key = key;
    this.#element = (name) => element(`models-${name}`);
    this.#element('refresh').addEventListener('click', () => this.#look(true));
  }

  /** To be called when the tab is shown, and when another one is. */
  async show(shown) {
    this.#shown = shown;
    clearTimeout(this.#timer);
    if (shown) {
      await this.#look(false);
    }
  }

  async #look(asked) {
    clearTimeout(this.#timer);
    try {
      this.#list = await listModels(this.#key);
      this.#showList();
      this.#tell(this.#summary(), this.#refused() ? 'warn' : 'good', asked);
      await this.#showDetails();
    } catch (error) {
      // not again by itself: the server may ask for a key that nobody has
      this.#tell(`The list of models could not be read: ${error.message}`, 'bad', true);
      return;
    }
    if (this.#shown) {
      this.#timer = setTimeout(() => this.#look(false), INTERVAL_MS);
    }
  }

  #summary() {
    const ready = this.#list.filter(({ state }) => state === 'ready');
    const memory = ready.reduce((sum, model) => sum + model.memory_bytes, 0);
    const refused = this.#refused();
    return `${this.#list.length} models, ${ready.length} in memory (${bytes(memory)})`
      + (refused ? `, ${refused} with a problem.` : '.');
  }

  #refused() {
    return this.#list.filter(({ reason, state }) => reason && state !== 'fetching').length;
  }

  /** Says it again only where it is news or somebody has asked: a screen reader reads it aloud. */
  #tell(text, kind, asked) {
    const line = this.#element('state');
    if (text !== this.#told || asked) {
      this.#told = text;
      line.textContent = '';
      line.textContent = text;
    }
    line.dataset.kind = kind;
  }

  /** Rows are changed in place, so that whoever stands on one with the keyboard stays there. */
  #showList() {
    const body = this.#element('body');
    const rows = new Map([...body.children].map((row) => [row.dataset.id, row]));
    this.#list.forEach((model, place) => {
      const row = rows.get(model.id) ?? this.#newRow(model.id);
      rows.delete(model.id);
      this.#fill(row, model);
      if (body.children[place] !== row) {
        body.insertBefore(row, body.children[place] ?? null);
      }
    });
    rows.forEach((row) => row.remove());
    this.#element('empty').hidden = this.#list.length > 0;
    if (!this.#list.some(({ id }) => id === this.#chosen)) {
      this.#chosen = null;
    }
  }

  #newRow(id) {
    const row = document.createElement('tr');
    row.dataset.id = id;
    const head = document.createElement('th');
    head.scope = 'row';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet model';
    button.textContent = id;
    button.id = `model-${id}`;
    button.setAttribute('aria-controls', 'models-details');
    button.addEventListener('click', () => this.#choose(id));
    head.append(button);
    row.append(head);
    for (const name of ['state', 'task', 'memory', 'latency', 'calls', 'used']) {
      const cell = document.createElement('td');
      cell.dataset.cell = name;
      if (['memory', 'latency', 'calls'].includes(name)) {
        cell.className = 'number';
      }
      row.append(cell);
    }
    return row;
  }

  #fill(row, model) {
    const texts = {
      state: model.state,
      task: model.task ?? '–',
      memory: model.memory_bytes ? bytes(model.memory_bytes) : '–',
      latency: model.latency_ms ? `${millis(model.latency_ms.p50)} / ${millis(model.latency_ms.p95)}` : '–',
      calls: String(model.calls),
      used: age(model.last_used),
    };
    for (const cell of row.querySelectorAll('td')) {
      const text = texts[cell.dataset.cell];
      if (cell.textContent !== text) {
        cell.textContent = text;
      }
    }
    row.dataset.state = model.state;
    row.classList.toggle('troubled', Boolean(model.reason));
    row.querySelector('[data-cell="state"]').title = model.reason ?? '';
    row.querySelector('button').setAttribute('aria-pressed', String(model.id === this.#chosen));
  }

  async #choose(id) {
    this.#chosen = id;
    this.#showList();
    await this.#showDetails();
    this.#element('details').scrollIntoView({ block: 'nearest' }); // below the list where the window is narrow
  }

  async #showDetails() {
    const id = this.#chosen;
    this.#element('hint').hidden = Boolean(id);
    if (!id) {
      this.#element('facts').replaceChildren();
      this.#element('reason').hidden = true;
      return;
    }
    try {
      const model = await readModel(this.#key, id);
      if (id === this.#chosen) {
        this.#showFacts(model);
      }
    } catch (error) {
      this.#element('reason').textContent = error.message;
      this.#element('reason').hidden = false;
    }
  }

  #showFacts(model) {
    const reason = this.#element('reason');
    reason.hidden = !model.reason;
    reason.textContent = (model.reason ?? '').replace('; known: ', ';\nknown: ');
    const classes = model.classes.slice(0, MOST_CLASSES).join(', ')
      + (model.classes.length > MOST_CLASSES ? ` and ${model.classes.length - MOST_CLASSES} more` : '');
    const facts = [
      ['Id', model.id],
      ['Also called', model.aliases.join(', ')],
      ['State', `${model.state}: ${STATES[model.state] ?? ''}`],
      ['Comes from', { bundled: 'the server itself', directory: 'the models directory', catalogue: 'an address in the models directory' }[model.origin]],
      ['Task', model.task],
      ['Family', model.family],
      ['Runs on', model.provider],
      ['Inputs', model.inputs.map(tensor).join('\n')],
      ['Outputs', model.outputs.map(tensor).join('\n')],
      [`Classes (${model.class_count})`, classes],
      ['Memory', model.memory_bytes ? bytes(model.memory_bytes) : ''],
      ['Latency', model.latency_ms ? `${millis(model.latency_ms.p50)} median, ${millis(model.latency_ms.p95)} 95th percentile` : ''],
      ['Calls', String(model.calls)],
      ['Last asked for', age(model.last_used)],
    ].filter(([, text]) => text);
    const list = this.#element('facts');
    const before = list.textContent;
    const items = facts.map(([name, text]) => {
      const item = document.createElement('div');
      const term = document.createElement('dt');
      term.textContent = name;
      const value = document.createElement('dd');
      value.textContent = text;
      item.append(term, value);
      return item;
    });
    if (items.map((item) => item.textContent).join('') !== before) {
      list.replaceChildren(...items);
    }
  }
}
