// Zones by dwell and engagement: a table that sorts by any of its columns.
import {make} from './dom.js';
import {count, duration, share, signed} from './format.js';
import {isProvisional} from './marks.js';

const time = value => duration(value === null ? null : value * 1000);
const points = value => `${(100 * value).toFixed(1)} points`;

/** `adds`: sums over quarter hours, so that nothing is nought; `differs`: how a difference is written, where two ranges are compared. */
const COLUMNS = [
  {id: 'name', head: 'Zone'},
  {id: 'now', head: 'Now', value: row => row.now, written: count, live: true, tells: 'People inside now'},
  {id: 'visits', head: 'Visitors', value: row => row.point?.visits, written: count, differs: count, tells: 'Visits that were inside'},
  {id: 'stays', head: 'Stays', value: row => row.point?.stays, written: count, differs: count, adds: true, tells: 'Times that somebody was inside and left'},
  {id: 'passes', head: 'Passed', value: row => row.point?.passes, written: count, tells: 'Stays too short for a stop'},
  {id: 'stops', head: 'Stopped', value: row => row.point?.stops, written: count, tells: 'Stays long enough for a stop'},
  {id: 'engaged', head: 'Engaged', value: row => row.point?.engaged, written: count, differs: count, adds: true, tells: 'Stays long enough to be engaged'},
  {id: 'engagement', head: 'Engaged, share', value: row => ratio(row.point?.engaged, row.point?.stays), written: value => share(value, 1),
    differs: points, adds: 'ratio', tells: 'Engaged stays among all stays', bar: true},
  {id: 'dwell', head: 'Median stay', value: row => row.point?.dwell_ms_p50, written: duration, differs: duration, tells: 'Half of the stays were no longer'},
  {id: 'dwell90', head: '9 of 10 stays', value: row => row.point?.dwell_ms_p90, written: duration, tells: 'Nine of ten stays were no longer'},
  {id: 'seconds', head: 'Time spent', value: row => row.point?.seconds, written: time, differs: time, adds: true,
    tells: 'Time of all visitors together', bar: true},
];

const ratio = (part, whole) => whole > 0 ? part / whole : null;

/** The columns of two ranges: a figure of each, and how much the first has more. */
function comparing({names, whole}) {
  return COLUMNS.filter(column => column.id === 'name' || (column.differs && (whole || column.adds))).flatMap(column => {
    if (column.id === 'name') return [column];
    const nought = value => value ?? (column.adds === true ? 0 : null);
    const other = row => column.value({point: row.other}) ?? null;
    const difference = row => {
      const [a, b] = [nought(column.value(row)), nought(other(row))];
      return a === null || b === null ? null : a - b;
    };
    return [
      {...column, bar: false, head: `${column.head}, ${names.shown}`},
      {...column, bar: false, id: `${column.id}-b`, head: names.other, value: other, tells: `${column.tells}, ${names.other}`},
      {...column, bar: false, id: `${column.id}-d`, head: 'Difference', value: difference, written: value => signed(value, column.differs),
        tells: `${column.tells}: ${names.shown} less ${names.other}`, difference: true}];
  });
}

/**
 * @param sort the id of a column, with a minus sign before it for the smallest first
 * @param comparison null, or {names, whole, points} of the other range; `points` then are the comparable ones of this
 */
export function showZones(element, note, {zones, points, now, live, sort, chosen, sorted, choose, comparison = null}) {
  const byZone = new Map(points.map(point => [point.zone, point]));
  const others = new Map((comparison?.points ?? []).map(point => [point.zone, point]));
  const inside = new Map(now.map(point => [point.zone, point.people]));
  const columns = comparison ? comparing(comparison) : COLUMNS.filter(column => live || !column.live);
  const up = sort.startsWith('-');
  const by = columns.find(column => column.id === sort.replace('-', '')) ?? columns[0];
  const rows = zones.map(zone => ({zone, point: byZone.get(zone.id), other: others.get(zone.id), now: live ? inside.get(zone.id) ?? 0 : null}))
    .sort((a, b) => (up ? -1 : 1) * compare(a, b, by));
  const most = new Map(columns.filter(column => column.bar)
    .map(column => [column.id, Math.max(...rows.map(row => column.value(row) ?? 0))]));
  const focused = document.activeElement?.closest('#zones') ? document.activeElement.dataset.focus : null;
  element.replaceChildren(make('table', {class: 'zones', data: {provisional: String(isProvisional(points))}},
    make('caption', {class: 'hidden', text: 'Zones of this floor by dwell and engagement'}),
    make('thead', {}, make('tr', {}, ...columns.map(column => header(column, by, up, sorted)))),
    make('tbody', {}, ...rows.map(row => body(row, columns, most, chosen, choose)))));
  for (const bar of element.querySelectorAll('.bar-cell')) bar.style.setProperty('--part', `${100 * Number(bar.dataset.part)}%`);
  if (focused) element.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus({preventScroll: true});
  note.textContent = zones.length === 0 ? 'This floor has no zones.'
    : points.length + others.size === 0 ? 'Nobody was seen in a zone of this floor in this time.' : '';
}

function compare(a, b, column) {
  if (column.id === 'name') return a.zone.name.localeCompare(b.zone.name);
  return (column.value(b) ?? -Infinity) - (column.value(a) ?? -Infinity) || a.zone.name.localeCompare(b.zone.name);
}

function header(column, by, up, sorted) {
  const active = column === by;
  const falls = column.id === 'name' ? up : !up;
  return make('th', {scope: 'col', 'aria-sort': active ? (falls ? 'descending' : 'ascending') : null, title: column.tells},
    make('button', {type: 'button', class: 'sort', data: {focus: `sort ${column.id}`, sort: column.id},
      onclick: () => sorted(active && !up ? `-${column.id}` : column.id)},
      column.head, make('span', {'aria-hidden': 'true', class: 'arrow', text: active ? (falls ? '▾' : '▴') : ''})));
}

function body(row, columns, most, chosen, choose) {
  return make('tr', {data: {zone: row.zone.id}, class: row.zone.id === chosen ? 'chosen' : null}, ...columns.map(column => {
    if (column.id === 'name') {
      return make('th', {scope: 'row'}, make('button', {type: 'button', class: 'link', 'aria-pressed': String(row.zone.id === chosen),
        title: 'Show on the floor plan', data: {focus: `zone ${row.zone.id}`}, text: row.zone.name, onclick: () => choose(row.zone.id)}));
    }
    const value = column.value(row) ?? null;
    const part = column.bar && most.get(column.id) > 0 ? (value ?? 0) / most.get(column.id) : null;
    return make('td', {data: {column: column.id, value: value ?? '', ...(part === null ? {} : {part})}, class: part === null ? (column.difference ? 'difference' : null) : 'bar-cell',
      text: column.written(value)});
  }));
}
