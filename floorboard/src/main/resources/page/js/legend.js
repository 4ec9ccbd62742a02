// The heat map's legend, and in words what the plan shows or why it shows no heat.
import {fill, make} from './dom.js';
import {writer} from './differences.js';
import {count, decimal, duration, signed} from './format.js';
import {ticks} from './scale.js';

/** How a value of the field is written. */
const written = {
  seconds: value => duration(value * 1000),
  visits: value => count(value),
};

/** Values that a legend may name: round ones, of time in minutes and hours. */
const STEPS = {
  seconds: [1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 18000, 36000, 72000, 180000, 360000],
  visits: [1, 2, 5].flatMap(lead => [0, 1, 2, 3, 4, 5].map(power => lead * 10 ** power)).sort((a, b) => a - b),
};

/** A round duration. */
const round = seconds => seconds < 60 ? `${seconds} s` : seconds < 3600 ? `${seconds / 60} min` : `${seconds / 3600} h`;

const WORDS = {track: 'tracking camera', position: 'positioning system', door: 'door counter', shelf: 'shelf camera', receipt: 'till',
  beacon: 'beacon receiver', touchpoint: 'touchpoint'};

export function showLegend(legend, note, {store, plan, points, field, scale, read}) {
  const empty = !points.some(point => point[field] > 0);
  legend.hidden = !store.tracked || field === 'off' || empty;
  if (!legend.hidden) {
    fill(legend, bar(scale, field), make('span', {class: 'unit',
      text: `${field === 'seconds' ? 'time spent' : 'visitors'} in each square of ${plan.heat.cell} m; colour goes with the square root`}));
    finish(legend, scale);
  }
  fill(note, words(store, plan, points, field, empty, read));
}

/**
 * The legend of a difference of two heat maps.
 *
 * @param shown, other {visits}: what each was divided by, when `perVisit`
 * @param said sentences about what is compared
 */
export function showDifferenceLegend(legend, note, {plan, layer, field, perVisit, names, shown, other, said}) {
  legend.hidden = layer.cells.length === 0;
  if (!legend.hidden) {
    const most = layer.scale.most;
    const write = writer(field, perVisit);
    fill(legend, ramp(layer.scale, [-most, 0, most].map(value => ({value, text: signed(value, write)}))), make('span', {class: 'unit',
      text: `${field === 'seconds' ? 'time spent' : 'visitors'}${perVisit ? ' a visit' : ''} in each square of ${plan.heat.cell} m: ${names.shown} less ${
        names.other}; blue is less, orange more${perVisit ? `; ${count(shown.visits)} visits against ${count(other.visits)}` : ''}`}));
    finish(legend, layer.scale);
  }
  fill(note, said);
}

/** The legend of heat that changes, of which the most is known. */
export function showPlayedLegend(legend, note, field, scale, plan) {
  legend.hidden = false;
  fill(legend, bar(scale, field), make('span', {class: 'unit',
    text: `${field === 'seconds' ? 'time spent' : 'visitors'} in each square of ${plan.heat.cell} m in a quarter of an hour; colour goes with the square root`}));
  finish(legend, scale);
  fill(note, 'Quarter hour by quarter hour, each fading into the next; the scale is that of the whole day.');
}

const bar = (scale, field) => ramp(scale, ticks(scale, STEPS[field]).map(value => (
  {value, text: field === 'seconds' && value < scale.most ? round(value) : written[field](value)})));

function ramp(scale, named) {
  return make('div', {class: 'ramp', data: {most: scale.most}},
    make('canvas', {width: scale.colours.length, height: 1, 'aria-hidden': 'true'}),
    make('div', {class: 'ticks'}, ...named.map(({value, text}) => make('span', {
      class: 'tick', text, data: {value, place: scale.place(value).toFixed(4)}}))));
}

function finish(legend, scale) {
  paint(legend.querySelector('canvas'), scale);
  for (const tick of legend.querySelectorAll('.tick')) tick.style.left = `${100 * Number(tick.dataset.place)}%`;
}

function paint(canvas, scale) {
  const context = canvas.getContext('2d');
  const image = context.createImageData(scale.colours.length, 1);
  scale.colours.forEach((rgb, index) => image.data.set([...rgb, 255], 4 * index));
  context.putImageData(image, 0, 0);
}

function words(store, plan, points, field, empty, read) {
  if (!store.tracked) {
    const devices = Object.entries(store.devices).map(([kind, many]) => `${many} ${WORDS[kind] ?? kind}${many === 1 ? '' : 's'}`);
    return `No heat map here: nothing in this store tells where people walk. It has ${devices.join(', ') || 'no sensors listed'}.`;
  }
  if (field === 'off') return `${plan.name}: ${plan.zones.length} zones. The heat map is off.`;
  if (!read) return '';
  if (empty) return 'No heat map: nobody was seen on this floor in this time.';
  const hottest = points.reduce((most, point) => point[field] > most[field] ? point : most);
  const [column, row] = hottest.cell.split('_').map(Number);
  const at = [plan.heat.x + (column + 0.5) * plan.heat.cell, plan.heat.y + (row + 0.5) * plan.heat.cell];
  return `Busiest square: ${written[field](hottest[field])}${field === 'visits' ? ' visitors' : ''}, ${decimal(at[0])} m across and ${decimal(at[1])} m up. `
    + `${count(points.length)} squares were walked on.`;
}
