// The most common ways through the store, stop by stop.
import {fill, make} from './dom.js';
import {count, duration, share} from './format.js';

const MOST = 10;

/** @param visits how many visits ended in the window, of which these are the most common paths */
export function showPaths(element, points, visits, zones) {
  const paths = points.filter(point => point.visits > 0).sort((a, b) => Number(a.rank) - Number(b.rank)).slice(0, MOST);
  if (paths.length === 0) {
    fill(element, make('p', {class: 'note', text: 'No visit ended in this time.'}));
    return;
  }
  fill(element, make('ol', {class: 'paths'}, ...paths.map(path => make('li', {data: {path: path.path, value: path.visits}},
    make('span', {class: 'stops'}, ...stops(path.path, zones)),
    make('span', {class: 'path-count'}, make('strong', {text: count(path.visits)}), ` ${share(path.visits, visits)}`,
      make('span', {class: 'path-time', text: `mean ${duration(path.duration_ms_sum / path.visits)}`}))))));
}

function stops(path, zones) {
  const ids = path.split('->').slice(1, -1);
  if (ids.length === 0) return [make('span', {text: 'came and went without a stop'})];
  return ids.flatMap((id, index) => [
    index === 0 ? null : make('span', {class: 'then', 'aria-hidden': 'true', text: ' → '}),
    index === 0 ? null : make('span', {class: 'hidden', text: ', then '}),
    make('span', {text: zones[id] ?? id})]).filter(Boolean);
}
