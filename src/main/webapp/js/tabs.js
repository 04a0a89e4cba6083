/** Tabs as the ARIA practices have them: arrow keys move, one panel is shown. */

export class Tabs {
  #tabs;

  /** `list` holds buttons with role tab and aria-controls; `onShow` gets the id of the panel shown. */
  constructor(list, onShow = () => {}) {
    this.#tabs = [...list.querySelectorAll('[role="tab"]')];
    this.onShow = onShow;
    for (const tab of this.#tabs) {
      tab.addEventListener('click', () => this.show(tab.getAttribute('aria-controls')));
    }
    list.addEventListener('keydown', (event) => this.#onKey(event));
  }

  show(panel) {
    for (const tab of this.#tabs) {
      const own = tab.getAttribute('aria-controls');
      const selected = own === panel;
      tab.setAttribute('aria-selected', String(selected));
      tab.tabIndex = selected ? 0 : -1;
      document.getElementById(own).hidden = !selected;
    }
    this.onShow(panel);
  }

  #onKey(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) {
      return;
    }
    const now = this.#tabs.indexOf(document.activeElement);
    const next = this.#tabs[(now + step + this.#tabs.length) % this.#tabs.length];
    next.focus();
    this.show(next.getAttribute('aria-controls'));
  }
}
