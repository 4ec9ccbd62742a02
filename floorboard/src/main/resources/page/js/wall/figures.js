// The large figures of a wall.
import {fill, make} from '../dom.js';
import {count, duration} from '../format.js';

/** A zone's `type` where people wait. */
const WAITING = 'queue';

export function showFigures(element, {store, plan, points}) {
  const people = points.people_now[0]?.people ?? null;
  const most = points.occupancy.reduce((high, point) => Math.max(high, point.people_max), 0);
  const entries = points.footfall.length > 0 ? points.footfall.reduce((sum, point) => sum + point.in, 0) : null;
  const inside = new Map(points.zone_now.map(point => [point.zone, point]));
  const peopled = plan.zones.map(zone => ({zone, people: inside.get(zone.id)?.people ?? 0, longest: inside.get(zone.id)?.longest_ms ?? 0}));
  const busiest = peopled.reduce((high, some) => high === null || some.people > high.people ? some : high, null);
  const waiting = peopled.filter(({zone}) => zone.type === WAITING);
  const fullest = waiting.reduce((high, some) => high === null || some.people > high.people ? some : high, null);
  const full = store.capacity > 0 && people !== null ? people / store.capacity : null;
  fill(element, ...[
    figure('inside', 'Inside now', people, count(people), store.capacity > 0 ? `of ${count(store.capacity)} allowed` : `most today ${count(most)}`,
      full !== null && full >= 1 ? 'over' : null),
    figure('entries', 'Entries', entries, count(entries), 'today'),
    busiest && busiest.people > 0 ? figure('busiest', 'Busiest now', busiest.people, count(busiest.people), busiest.zone.name) : null,
    fullest ? figure('queue', waiting.length > 1 ? 'Fullest queue' : 'Queue', fullest.people, count(fullest.people),
      fullest.people > 0 ? `${waiting.length > 1 ? `${fullest.zone.name}, ` : ''}longest ${duration(fullest.longest)}` : 'nobody waits',
      fullest.zone.capacity > 0 && fullest.people >= fullest.zone.capacity ? 'over' : null) : null,
  ].filter(Boolean));
}

function figure(name, label, value, written, beside, state = null) {
  return make('div', {class: state ? `figure ${state}` : 'figure', data: {figure: name, value: value ?? ''}},
    make('dt', {text: label}), make('dd', {class: 'value', text: written}), make('dd', {class: 'beside', text: beside || '\u00a0'}));
}
