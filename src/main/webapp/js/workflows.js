/**
 * The Workflows tab: pick or paste a document, see at once what is wrong with it and what it looks
 * like, and run it on the video. Tells the page what to run and shows what fails there.
 */

import { Catalog } from './workflow/catalog.js';
import { Editor } from './workflow/editor.js';
import { faultOfRun, faultsOf } from './workflow/faults.js';
import { GraphView } from './workflow/graph.js';
import { missingModels } from './workflow/missing.js';
import { parse } from './workflow/positions.js';
import { check, listWorkflows, readWorkflow } from './workflow/server.js';
import { documentName, firstImage, isDocument, outputNames, parameters, structure, unwrapped } from './workflow/structure.js';

/** What is shown at first: the workflow that runs where nobody chooses one. */
const FIRST = 'default-workflow';
const NO_DOCUMENT = 'A workflow is an object with version, inputs, steps and outputs.';
const FAILED_STEP = /^step '([^']+)'/;

export class Workflows {
  #element;
  #key;
  #onRun;
  #editor = null;
  #graph;
  #running;
  #catalog = null;
  #current = null;
  #checking = null;
  #picked = null;
  #ran = null;

  /** `element` finds an element by its id; `key` goes with requests; `onRun` gets `{name, document, parameters, outputs, firstImage}`. */
  constructor(element, key, onRun) {
    this.#element = (name) => element(`workflow-${name}`);
    this.#key = key;
    this.#onRun = onRun;
    this.#graph = new GraphView(this.#element('graph'), (node) => this.#goTo(node));
    this.#running = new GraphView(element('running-graph'));
    this.#element('pick').addEventListener('change', () => this.#pick());
    this.#element('run').addEventListener('click', () => this.#run());
  }

  /** To be called when the tab is shown; the first time it loads what it needs. */
  async show() {
    if (this.#editor) {
      this.#editor.refresh();
      return;
    }
    this.#editor = new Editor(this.#element('editor'), (parsed) => this.#onText(parsed), () => this.#onEdit());
    const [catalog, list] = await Promise.allSettled([Catalog.load(this.#key), listWorkflows(this.#key)]);
    if (catalog.status === 'fulfilled') {
      this.#catalog = catalog.value;
      this.#editor.catalog = this.#catalog;
      this.#showPalette();
    }
    if (list.status === 'fulfilled') {
      this.#showList(list.value);
      await this.#pick();
    } else {
      this.#say('bad', `The list of workflows could not be read: ${list.reason.message}`);
    }
  }

  /** Draws the document that runs; null for the server's default. */
  showRunning(document) {
    this.#running.draw(document ? structure(document, this.#catalog) : { nodes: [], edges: [] });
  }

  /** Lights the steps that failed on the newest frame; `errors` are its lines. */
  showErrors(errors) {
    this.#running.light(errors.map((line) => FAILED_STEP.exec(line)?.[1]).filter(Boolean));
  }

  #showList(workflows) {
    const pick = this.#element('pick');
    const group = (label, source) => {
      const own = workflows.filter((one) => (one.source === 'sample') === (source === 'sample'));
      if (own.length === 0) {
        return;
      }
      const options = document.createElement('optgroup');
      options.label = label;
      for (const { id, title, error } of own) {
        const option = new Option(`${title ?? id}${error ? ' (faulty)' : ''}`, id);
        option.title = error ?? '';
        options.append(option);
      }
      pick.append(options);
    };
    pick.replaceChildren();
    group('On this server', 'stored');
    group('Samples', 'sample');
    pick.disabled = workflows.length === 0;
    if (workflows.some(({ id }) => id === FIRST)) {
      pick.value = FIRST;
    }
  }

  #showPalette() {
    const list = this.#element('blocks');
    const families = new Map();
    for (const block of this.#catalog.types) {
      families.set(block.category, [...(families.get(block.category) ?? []), block]);
    }
    list.replaceChildren(
      ...[...families].sort(([a], [b]) => a.localeCompare(b)).map(([family, blocks]) => {
        const details = document.createElement('details');
        const summary = document.createElement('summary');
        summary.textContent = `${(family || 'other').replaceAll('_', ' ')} (${blocks.length})`;
        const names = document.createElement('ul');
        for (const { type, title, description } of blocks) {
          const item = document.createElement('li');
          const code = document.createElement('code');
          code.textContent = type;
          item.append(code, ` ${title}. ${description}`);
          names.append(item);
        }
        details.append(summary, names);
        return details;
      }));
  }

  async #pick() {
    const id = this.#element('pick').value;
    if (!id) {
      return;
    }
    const before = this.#editor.text;
    try {
      const text = await readWorkflow(this.#key, id);
      if (this.#editor.text !== before) {
        return; // what a person has pasted meanwhile stays
      }
      const { value } = parse(text);
      this.#picked = { id, value: unwrapped(value) ?? value };
      this.#editor.text = text;
    } catch (error) {
      this.#say('bad', error.message);
    }
  }

  /** What runs is what one sees: not before the new text is checked. */
  #onEdit() {
    this.#checking?.abort();
    this.#checking = null;
    this.#element('run').disabled = true;
    this.#say('wait', 'Checking…');
  }

  async #onText({ text, value, error, spans }) {
    const inside = error ? null : unwrapped(value);
    if (inside) {
      this.#editor.text = JSON.stringify(inside, null, 2);
      return;
    }
    this.#current = { text, value, spans };
    this.#checking?.abort();
    this.#element('run').disabled = true;
    if (text.trim() === '') {
      this.#showNothing();
      return;
    }
    if (error || !isDocument(value)) {
      this.#show([error ? { ...error, step: null } : { offset: 0, message: NO_DOCUMENT, step: null }]);
      return;
    }
    this.#graph.draw(structure(value, this.#catalog));
    const checking = new AbortController();
    this.#checking = checking;
    this.#say('wait', 'Checking…');
    try {
      const answer = await check(this.#key, text, checking.signal);
      const warnings = answer ? [] : await missingModels(this.#key, value, spans);
      if (checking === this.#checking) {
        this.#show(answer ? faultsOf(answer, value, spans) : [], warnings);
      }
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        this.#say('bad', 'The server does not answer: the document is not checked.');
      }
    }
  }

  #showNothing() {
    this.#editor.mark([]);
    this.#graph.draw({ nodes: [], edges: [] });
    this.#element('faults').replaceChildren();
    this.#say('wait', 'Nothing here yet: pick a workflow, or paste a document.');
  }

  /** Shows why the server did not run the document, where it is still the one in the editor. */
  showRefusal(sentence) {
    const { value, spans } = this.#current ?? {};
    if (value && value === this.#ran) {
      this.#showMarks([faultOfRun(sentence, value, spans)]);
      this.#say('bad', 'The document is well-formed, but the server did not run it.');
    }
  }

  /** Faults keep a document from running, warnings do not. */
  #show(faults, warnings = []) {
    this.#showMarks([...faults, ...warnings]);
    this.#element('run').disabled = faults.length > 0;
    if (faults.length > 0) {
      this.#say('bad', faults.length === 1 ? 'One fault.' : `${faults.length} faults.`);
    } else if (warnings.length > 0) {
      this.#say('warn', `The document is well-formed, but ${warnings.length === 1 ? 'a model' : 'models'} it needs cannot be used here.`);
    } else {
      this.#say('good', 'The document is well-formed.');
    }
  }

  #showMarks(marks) {
    this.#editor.mark(marks);
    this.#graph.light(marks.map(({ step }) => step).filter(Boolean));
    this.#element('faults').replaceChildren(...marks.slice(0, 50).map((one) => this.#faultItem(one)));
  }

  #faultItem({ offset, message, step }) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'fault';
    button.textContent = `Line ${this.#editor.lineOf(offset)}${step ? `, ${step}` : ''}: ${message}`;
    button.addEventListener('click', () => this.#editor.goTo(offset));
    item.append(button);
    return item;
  }

  #goTo({ kind, name }) {
    const index = (this.#current?.value?.[kind] ?? []).findIndex((one) => one?.name === name);
    const span = this.#current?.spans.get(`${kind}.${index}`);
    if (span) {
      this.#editor.goTo(span.start);
    }
  }

  #run() {
    const { value } = this.#current;
    this.#ran = value;
    this.#onRun({
      name: documentName(this.#picked, value),
      document: value,
      parameters: parameters(value),
      outputs: outputNames(value),
      firstImage: firstImage(value, this.#catalog),
    });
  }

  #say(kind, text) {
    const line = this.#element('state');
    line.dataset.kind = kind;
    line.textContent = text;
  }
}
