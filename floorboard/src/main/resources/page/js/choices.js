// What is shown: chosen with the controls, kept in the address, so that a link shows the same.
import {byId, fill, make} from './dom.js';

const DEFAULTS = {store: '', floor: '', range: 'live', against: '', heat: 'seconds', diff: 'absolute', funnel: '', sort: 'seconds', zone: '', beside: '',
  way: '', least: '1', ways: '', play: ''};
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** An instant, for the hour that holds it. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/;
const NAMED_RANGES = ['live', 'today', 'yesterday'];
const NAMED_OTHERS = ['', 'day', 'week'];
/** Choices with a few values. */
const VALUES = {heat: ['seconds', 'visits', 'off'], diff: ['absolute', 'visit'], ways: ['', 'plan']};
/** Choices with a form. */
const FORMS = {least: /^[1-9]\d{0,5}$/, play: /^([01]\d|2[0-3]):[0-5]\d$/};

/** The choices of the address, with defaults for what it does not say. */
export function fromAddress() {
  const said = new URLSearchParams(window.location.search);
  const choice = Object.fromEntries(Object.entries(DEFAULTS).map(([key, value]) => [key, said.get(key) ?? value]));
  if (!NAMED_RANGES.includes(choice.range) && !DATE.test(choice.range) && !MOMENT.test(choice.range)) choice.range = DEFAULTS.range;
  if (!NAMED_OTHERS.includes(choice.against) && !DATE.test(choice.against)) choice.against = DEFAULTS.against;
  for (const [key, values] of Object.entries(VALUES)) {
    if (!values.includes(choice[key])) choice[key] = DEFAULTS[key];
  }
  for (const [key, form] of Object.entries(FORMS)) {
    if (!form.test(choice[key])) choice[key] = DEFAULTS[key];
  }
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
    Object.assign(choice, {store: event.target.value, floor: '', funnel: '', zone: '', beside: '', way: ''});
    changed('store');
  });
  byId('floors').addEventListener('change', event => {
    Object.assign(choice, {floor: event.target.value, zone: '', beside: ''});
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
  byId('against').addEventListener('change', event => {
    const day = byId('other-day').value;
    choice.against = event.target.value === 'date' ? day || byId('day').max || '' : event.target.value;
    changed('against');
    if (event.target.value === 'date') byId('other-day').focus();
  });
  byId('other-day').addEventListener('change', event => {
    if (!DATE.test(event.target.value)) return;
    choice.against = event.target.value;
    changed('against');
  });
  for (const [id, key] of [['heats', 'heat'], ['diffs', 'diff'], ['funnel', 'funnel'], ['way', 'way'], ['beside', 'beside']]) {
    byId(id).addEventListener('change', event => {
      choice[key] = event.target.value;
      changed(key);
    });
  }
  byId('least').addEventListener('change', event => {
    choice.least = FORMS.least.test(event.target.value) ? event.target.value : DEFAULTS.least;
    event.target.value = choice.least;
    changed('least');
  });
  byId('ways').addEventListener('change', event => {
    choice.ways = event.target.checked ? 'plan' : '';
    changed('ways');
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
  if (!named) byId('day').value = choice.range.slice(0, 10);
  const namedOther = NAMED_OTHERS.includes(choice.against);
  byId('against').value = namedOther ? choice.against : 'date';
  byId('other-day').hidden = namedOther;
  if (!namedOther) byId('other-day').value = choice.against;
  check('heat', choice.heat);
  check('diff', choice.diff);
  byId('funnel-choice').hidden = store.funnels.length < 2;
  fill(byId('funnel'), ...store.funnels.map(({id}) => make('option', {value: id, text: id})));
  byId('funnel').value = choice.funnel;
  byId('least').value = choice.least;
  byId('ways').checked = choice.ways === 'plan';
}

function check(name, value) {
  for (const input of document.querySelectorAll(`input[name="${name}"]`)) input.checked = input.value === value;
}
