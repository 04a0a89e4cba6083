/** The text of a document with colours, completion and marks at faulty lines, by CodeMirror. */

import { complete } from './completion.js';
import { parse } from './positions.js';

const QUIET_MS = 500;

export class Editor {
  #mirror;
  #timer = null;
  #lastGood = null;
  #marks = [];
  catalog = null;

  /** `onChange` gets `{text, value, error, spans}` when the person pauses; `onEdit` is told of each change at once. */
  constructor(host, onChange, onEdit) {
    this.onChange = onChange;
    this.onEdit = onEdit;
    this.#mirror = window.CodeMirror(host, {
      mode: { name: 'javascript', json: true },
      lineNumbers: true,
      tabSize: 2,
      indentUnit: 2,
      matchBrackets: true,
      autoCloseBrackets: true,
      foldGutter: true,
      gutters: ['CodeMirror-linenumbers', 'faults', 'CodeMirror-foldgutter'],
      extraKeys: {
        'Ctrl-Space': () => this.#suggest(),
        // Tab leaves the editor, as everywhere else on the page
        Tab: false,
        'Shift-Tab': false,
      },
      screenReaderLabel: 'Workflow document',
    });
    this.#mirror.on('change', () => this.#changed());
    this.#mirror.on('inputRead', (mirror, change) => {
      if (/["$.\w]/.test(change.text.join(''))) {
        this.#suggest();
      }
    });
  }

  get text() {
    return this.#mirror.getValue();
  }

  set text(text) {
    this.#mirror.setValue(text);
    this.#mirror.clearHistory();
    this.#tell();
  }

  /** To be called when the editor has come into sight. */
  refresh() {
    this.#mirror.refresh();
  }

  /** Shows where the document is wrong: `{offset, message}` of each fault. */
  mark(faults) {
    this.#mirror.clearGutter('faults');
    this.#marks.forEach((mark) => mark.clear());
    const lines = new Map();
    for (const { offset, message } of faults) {
      const { line } = this.#mirror.posFromIndex(offset);
      lines.set(line, [...(lines.get(line) ?? []), message]);
    }
    this.#marks = [...lines.keys()].map((line) => {
      const handle = this.#mirror.addLineClass(line, 'background', 'faulty');
      return { clear: () => this.#mirror.removeLineClass(handle, 'background', 'faulty') };
    });
    for (const [line, messages] of lines) {
      const sign = document.createElement('span');
      sign.className = 'fault-sign';
      sign.title = messages.join('\n');
      sign.textContent = '●';
      this.#mirror.setGutterMarker(line, 'faults', sign);
    }
  }

  /** Puts the cursor at an offset and shows it. */
  goTo(offset) {
    const position = this.#mirror.posFromIndex(offset);
    this.#mirror.setCursor(position);
    this.#mirror.scrollIntoView(position, 120);
    this.#mirror.focus();
  }

  lineOf(offset) {
    return this.#mirror.posFromIndex(offset).line + 1;
  }

  #changed() {
    this.onEdit();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), QUIET_MS);
  }

  #tell() {
    clearTimeout(this.#timer);
    const parsed = parse(this.text);
    this.#lastGood = parsed.value ?? this.#lastGood;
    this.onChange({ text: this.text, ...parsed });
  }

  #suggest() {
    this.#mirror.showHint({ completeSingle: false, hint: (mirror) => this.#hints(mirror) });
  }

  #hints(mirror) {
    const offset = mirror.indexFromPos(mirror.getCursor());
    const found = complete(this.text, offset, this.catalog, this.#lastGood);
    const bare = ['true', 'false'];
    return {
      from: mirror.posFromIndex(found.start),
      to: mirror.posFromIndex(found.end),
      list: found.items.map(({ text, about }) => ({
        text: found.quoted || bare.includes(text) ? text : `"${text}"`,
        displayText: about ? `${text}   ${about.slice(0, 70)}` : text,
      })),
    };
  }
}
