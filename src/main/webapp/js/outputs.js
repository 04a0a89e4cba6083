/**
 * The choice of outputs: which one feeds the video, which ones come as data. The lists know the
 * outputs of the default workflow, learn the names that results bring, and take any other name by
 * hand. Values travel as lists of names; an empty one means "none".
 */

const OTHER = 'other';
/** The value that leaves the choice of the video to the server. */
const FIRST = '?';
const ALL = '*';
const MAX_OPTIONS = 40;

/** A select of outputs with a text field for names it does not list. */
export class OutputChoice {
  #select;
  #field;
  #input;
  #onChange;
  #defaults;
  #first = null;

  /** `field` is the element that holds the text input; `onChange` gets the list of names. */
  constructor(select, field, onChange) {
    this.#select = select;
    this.#field = field;
    this.#input = field.querySelector('input');
    this.#onChange = onChange;
    this.#defaults = [...select.options].map((option) => option.cloneNode(true));
    select.addEventListener('change', () => this.#selected());
    this.#input.addEventListener('change', () => onChange(this.names));
  }

  /** As {@link names}, null where the server shall choose. */
  get offered() {
    return this.#select.value === FIRST ? null : this.names;
  }

  /**
   * Lists the outputs of a workflow, the choice of all or the first one first; null: the default's.
   * `output` is the first one, for a session that runs, null where it is not known.
   */
  list(names, first, output = null) {
    this.#first = output;
    if (names === null) {
      this.#select.replaceChildren(...this.#defaults.map((option) => option.cloneNode(true)));
    } else {
      const isData = this.#defaults.some((option) => option.value === ALL);
      this.#select.replaceChildren(
        new Option(first, isData ? ALL : FIRST),
        ...names.slice(0, MAX_OPTIONS).map((name) => new Option(name, name)),
        new Option(isData ? 'Frame facts only' : 'None', ''),
        new Option('Other…', OTHER),
      );
    }
    this.#field.hidden = true;
  }

  get names() {
    if (this.#select.value === FIRST) {
      return this.#first === null ? [] : [this.#first];
    }
    if (this.#select.value !== OTHER) {
      return this.#select.value ? [this.#select.value] : [];
    }
    return this.#input.value.split(',').map((name) => name.trim()).filter(Boolean);
  }

  /** Shows what holds on the server, without telling anybody. */
  set names(names) {
    const value = names.length > 1 ? null : (names[0] ?? '');
    const listed = [...this.#select.options].some((option) => option.value === value);
    this.#select.value = listed ? value : OTHER;
    this.#field.hidden = listed;
    if (!listed) {
      this.#input.value = names.join(', ');
    }
  }

  /** Adds a name that results brought, once. */
  learn(name) {
    const { options } = this.#select;
    if (options.length >= MAX_OPTIONS || [...options].some((option) => option.value === name)) {
      return;
    }
    const option = new Option(name, name);
    this.#select.add(option, this.#select.querySelector(`option[value="${OTHER}"]`));
  }

  #selected() {
    const byHand = this.#select.value === OTHER;
    this.#field.hidden = !byHand;
    if (byHand) {
      this.#input.focus();
    } else {
      this.#onChange(this.names);
    }
  }
}
