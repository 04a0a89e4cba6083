/**
 * Draws a document as a graph from left to right: inputs, layers of steps, outputs. Every word is
 * set as text, so that a document cannot bring markup into the page.
 */

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 190;
const HEIGHT = 46;
const GAP_X = 110;
const GAP_Y = 18;
const MARGIN = 12;
const MAX_TEXT = 26;
/** A larger graph scrolls instead of becoming smaller than this. */
const SMALLEST = 0.6;

export class GraphView {
  #host;
  #nodes = new Map();

  /** `onChoose` gets the node that a person clicks. */
  constructor(host, onChoose = () => {}) {
    this.#host = host;
    this.onChoose = onChoose;
  }

  /** Draws `{nodes, edges}`; see structure.js. */
  draw({ nodes, edges }) {
    this.#nodes.clear();
    this.#host.replaceChildren();
    if (nodes.length === 0) {
      return;
    }
    const columns = arrange(nodes, edges);
    const places = new Map();
    columns.forEach((column, x) =>
      column.forEach((node, y) =>
        places.set(node.id, { x: MARGIN + x * (WIDTH + GAP_X), y: MARGIN + y * (HEIGHT + GAP_Y) })));
    const rows = Math.max(...columns.map((column) => column.length));
    const width = 2 * MARGIN + columns.length * WIDTH + (columns.length - 1) * GAP_X;
    const height = 2 * MARGIN + rows * (HEIGHT + GAP_Y) - GAP_Y;
    const scale = Math.min(1, Math.max(SMALLEST, (this.#host.clientWidth - 2) / width));
    const svg = make('svg', {
      viewBox: `0 0 ${width} ${height}`, width: width * scale, height: height * scale, role: 'img', class: 'graph',
    });
    svg.append(make('title', {}, describe(nodes)));
    for (const edge of edges) {
      svg.append(drawEdge(edge, places));
    }
    for (const node of nodes) {
      const drawn = this.#drawNode(node, places.get(node.id));
      this.#nodes.set(node.id, drawn);
      svg.append(drawn);
    }
    this.#host.append(svg);
  }

  /** Lights the steps of these names, and only those. */
  light(stepNames) {
    for (const [id, drawn] of this.#nodes) {
      drawn.classList.toggle('failed', id.startsWith('steps.') && stepNames.includes(id.slice('steps.'.length)));
    }
  }

  #drawNode(node, { x, y }) {
    const group = make('g', { class: `node ${node.kind}`, transform: `translate(${x} ${y})`, tabindex: 0 });
    group.append(
      make('title', {}, `${node.name}: ${node.type}`),
      make('rect', { width: WIDTH, height: HEIGHT, rx: 7 }),
      make('text', { x: 12, y: 19, class: 'name' }, shorten(node.name)),
      make('text', { x: 12, y: 36, class: 'type' }, shorten(node.type.replace('roboflow_core/', ''))),
    );
    group.addEventListener('click', () => this.onChoose(node));
    group.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        this.onChoose(node);
      }
    });
    return group;
  }
}

/** Columns: inputs first, each step behind everything that it needs, outputs last. */
function arrange(nodes, edges) {
  const depth = new Map(nodes.map((node) => [node.id, node.kind === 'inputs' ? 0 : 1]));
  for (let round = 0; round < nodes.length; round++) {
    let changed = false;
    for (const { from, to } of edges) {
      const wanted = depth.get(from) + 1;
      if (wanted > depth.get(to) && wanted <= nodes.length) {
        depth.set(to, wanted);
        changed = true;
      }
    }
    if (!changed) {
      break;
    }
  }
  const last = Math.max(...nodes.filter((n) => n.kind !== 'outputs').map((n) => depth.get(n.id)), 0) + 1;
  const columns = [];
  for (const node of nodes) {
    const x = node.kind === 'outputs' ? last : depth.get(node.id);
    (columns[x] ??= []).push(node);
  }
  return columns.filter(Boolean);
}

function drawEdge({ from, to, label, flow }, places) {
  const a = places.get(from);
  const b = places.get(to);
  const [x1, y1, x2, y2] = [a.x + WIDTH, a.y + HEIGHT / 2, b.x, b.y + HEIGHT / 2];
  const bend = Math.max(30, Math.abs(x2 - x1) / 2);
  const group = make('g', { class: flow ? 'edge flow' : 'edge' });
  group.append(
    make('title', {}, flow ? 'decides whether it runs' : label),
    make('path', { d: `M ${x1} ${y1} C ${x1 + bend} ${y1}, ${x2 - bend} ${y2}, ${x2} ${y2}` }),
  );
  const text = flow ? 'decides' : shorten(label.replaceAll('_prediction', ''), 16);
  if (text && x2 - x1 <= GAP_X + 1) {
    group.append(make('text', { x: (x1 + x2) / 2, y: (y1 + y2) / 2 - 4 }, text));
  }
  return group;
}

function describe(nodes) {
  const count = (kind) => nodes.filter((node) => node.kind === kind).map((node) => node.name).join(', ') || 'none';
  return `Inputs: ${count('inputs')}. Steps: ${count('steps')}. Outputs: ${count('outputs')}.`;
}

function shorten(text, most = MAX_TEXT) {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function make(tag, attributes, text) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  if (text !== undefined) {
    element.textContent = text;
  }
  return element;
}
