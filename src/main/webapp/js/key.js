/**
 * The key that a server with a list of keys asks for. A person types it once; it stays in the tab's
 * session storage and goes with every request and offer. A server without such a list never asks.
 */

const STORED = 'sightline.key';
/** What a server answers that asks for a key, or does not know the one it got. */
const REFUSALS = ['MissingApiKeyError', 'RoboflowAPINotAuthorizedError', 'NotAuthorised'];

export class Key {
  #dialog;
  #input;
  #fault;
  #asked = null;
  #kept = null;

  /** `element` finds an element of the page by its id. */
  constructor(element) {
    this.#dialog = element('key-dialog');
    this.#input = element('key');
    this.#fault = element('key-fault');
    element('key-form').addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#input.value.trim()) {
        this.#dialog.close('given');
      }
    });
    element('key-cancel').addEventListener('click', () => this.#dialog.close('cancelled'));
  }

  /** The key, null where none was needed so far. */
  get value() {
    try {
      return sessionStorage.getItem(STORED);
    } catch {
      return this.#kept;
    }
  }

  /** `fetch` with the key; asks for one where the server does, and tries again. */
  async fetch(address, options = {}) {
    for (;;) {
      const used = this.value;
      const headers = { ...options.headers, ...(used ? { Authorization: `Bearer ${used}` } : {}) };
      const response = await fetch(address, { ...options, headers });
      if (response.ok || !(await asksForKey(response.clone())) || !(await this.ask(used))) {
        return response;
      }
    }
  }

  /**
   * Asks the person; true when there is a key other than `used`, which the server has refused. Who
   * asks meanwhile gets the same answer.
   */
  ask(used) {
    if (this.value !== used) {
      return Promise.resolve(true);
    }
    this.#asked ??= this.#show(used).finally(() => (this.#asked = null));
    return this.#asked;
  }

  #show(used) {
    this.#fault.textContent = used ? 'The server does not know this key.' : '';
    this.#input.value = '';
    const before = document.activeElement;
    this.#dialog.returnValue = 'cancelled';
    this.#dialog.showModal();
    this.#input.focus();
    return new Promise((resolve) => {
      this.#dialog.addEventListener('close', () => {
        const given = this.#dialog.returnValue === 'given';
        if (given) {
          this.#keep(this.#input.value.trim());
        }
        this.#input.value = '';
        before?.focus?.();
        resolve(given);
      }, { once: true });
    });
  }

  #keep(key) {
    try {
      sessionStorage.setItem(STORED, key);
    } catch {
      // A browser that keeps nothing: the key lives as long as the page.
      this.#kept = key;
    }
  }
}

/** Whether an `error_type` of the server asks for a key. */
function isKeyRefusal(errorType) {
  return REFUSALS.includes(errorType);
}

async function asksForKey(response) {
  if (response.status !== 400 && response.status !== 401) {
    return false;
  }
  try {
    return isKeyRefusal((await response.json()).error_type);
  } catch {
    return false;
  }
}
