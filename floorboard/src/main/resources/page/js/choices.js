// What is shown: chosen with the controls, kept in the address, so that a link shows the same.
import {byId, fill, make} from './dom.js';

const DEFAULTS = {store: '', floor: '', range: 'live', heat: 'seconds', funnel: '', sort: 'seconds', zone: ''};
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const NAMED_RANGES = ['live', 'today', 'yesterday'];

/** The choices of the address, with defaults for what it does not say. */
export function fromAddress() {
  const said = new URLSearchParams(window.location.search);
  const choice = Object.fromEntries(Object.entries(DEFAULTS).map(([key, value]) => [key, said.get(key) ?? value]));
  if (!NAMED_RANGES.includes(choice.range) && !DATE.test(choice.range)) choice.range = DEFAULTS.range;
  if (!['seconds', 'visits', 'off'].includes(choice.heat)) choice.heat = DEFAULTS.heat;
  return choice;
}

export function toAddress(choice) {
  const said = Object.entries(choice).filter(([key, value]) => value !== '' && (key === 'store' || value !== DEFAULTS[key]));
  const address = `${window.location.pathname}?${new URLSearchParams(said)}`;
  if (address !== window.location.pathname + window.location.search) window.history.replaceState(null, '', address);
}

/**
 * Connects the controls.
 *
 * @param choice changed in place
 * @param changed called with the names of what changed
 */
export function connect(choice, changed) {
  byId('choices').addEventListener('submit', event => event.preventDefault());
  byId('store').addEventListener('change', event => {
    Object.assign(choice, {store: event.target.value, floor: '', funnel: '', zone: ''});
    changed('store');
  });
  byId('floors').addEventListener('change', event => {
    Object.assign(choice, {floor: event.target.value, zone: ''});
    changed('floor');
  });
  byId('ranges').addEventListener('change', event => {
    const day = byId('day').value;
    choice.range = event.target.value === 'day' ? day || byId('day').max || 'today' : event.target.value;
    changed('range');
    if (event.target.value === 'day') byId('day').focus();
  });
  byId('day').addEventListener('change', event => {
    if (!DATE.test(event.target.value)) return;
    choice.range = event.target.value;
    changed('range');
  });
  byId('heats').addEventListener('change', event => {
    choice.heat = event.target.value;
    changed('heat');
  });
  byId('funnel').addEventListener('change', event => {
    choice.funnel = event.target.value;
    changed('funnel');
  });
}

/** Brings the controls to what is chosen. */
export function showChoices(choice, stores, store) {
  fill(byId('store'), ...stores.map(({id, name}) => make('option', {value: id, text: name})));
  byId('store').value = choice.store;
  byId('floors').hidden = store.floors.length < 2;
  fill(byId('floors').querySelector('.segments'), ...store.floors.map(({id, name}) =>
    make('label', {}, make('input', {type: 'radio', name: 'floor', value: id}), make('span', {text: name}))));
  check('floor', choice.floor);
  const named = NAMED_RANGES.includes(choice.range);
  check('range', named ? choice.range : 'day');
  byId('day-choice').hidden = named;
  if (!named) byId('day').value = choice.range;
  check('heat', choice.heat);
  byId('funnel-choice').hidden = store.funnels.length < 2;
  fill(byId('funnel'), ...store.funnels.map(({id}) => make('option', {value: id, text: id})));
  byId('funnel').value = choice.funnel;
}

function check(name, value) {
  for (const input of document.querySelectorAll(`input[name="${name}"]`)) input.checked = input.value === value;
}
