// Light and dark: as the system has it, or as chosen with the switch.
import {byId} from './dom.js';

const ORDER = ['auto', 'light', 'dark'];
const WORDS = {auto: 'as the system', light: 'light', dark: 'dark'};
const SIGNS = {auto: '◐', light: '☀', dark: '☾'};
const system = window.matchMedia('(prefers-color-scheme: dark)');

const chosen = () => document.documentElement.dataset.theme ?? 'auto';

export const isDark = () => chosen() === 'dark' || (chosen() === 'auto' && system.matches);

/** The value of one of the page's colours, such as `--ink`. */
export const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Connects the switch; `changed` is called when colours have changed. */
export function connectTheme(changed) {
  const button = byId('theme');
  const show = () => {
    button.textContent = SIGNS[chosen()];
    button.setAttribute('aria-label', `Colours: ${WORDS[chosen()]}`);
    button.title = button.getAttribute('aria-label');
  };
  button.addEventListener('click', () => {
    const next = ORDER[(ORDER.indexOf(chosen()) + 1) % ORDER.length];
    if (next === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem('footfall-theme', next);
    } catch {
      // storage is switched off in this browser: the choice lasts as long as the page
    }
    show();
    changed();
  });
  system.addEventListener('change', changed);
  show();
}
