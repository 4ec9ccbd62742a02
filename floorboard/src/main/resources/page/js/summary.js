// Key figures, each a tile.
import {change} from './differences.js';
import {fill, make} from './dom.js';
import {count, duration, share, signed} from './format.js';
import {isProvisional} from './marks.js';

/**
 * @param capacity how many people may be inside at once; null where that is not said
 * @param comparison null, or by the names of tiles {a, b, name, until}: the comparable value, the other range's and its name, and until when
 *     where one of them still runs
 */
export function showSummary(element, figures, ofDay, current, capacity, comparison = null) {
  const footfall = figures.footfall ?? [];
  const occupancy = figures.occupancy ?? [];
  const visits = (figures.visits ?? [])[0];
  const sum = field => footfall.reduce((total, point) => total + (point[field] ?? 0), 0);
  const [entries, exits, passing] = ['in', 'out', 'passing'].map(sum);
  const most = occupancy.reduce((high, point) => Math.max(high, point.people_max), 0);
  const now = (figures.people_now ?? [])[0];
  const hour = ofDay ? ' in the hour' : '';
  fill(element, ...[
    current ? tile('inside', 'Inside now', now ? now.people : null, count, [now ? room(now.people, capacity) : '', occupancy.length ? `most at once ${count(most)}` : ''].filter(Boolean).join('; '), Boolean(now))
      : tile('inside-most', 'Most inside at once', occupancy.length ? most : null, count, occupancy.length ? room(most, capacity) : '', isProvisional(occupancy)),
    tile('entries', `Entries${ofDay}`, footfall.length ? entries : null, count, '', isProvisional(footfall)),
    tile('exits', `Exits${ofDay}`, footfall.length ? exits : null, count, '', isProvisional(footfall)),
    passing > 0 ? tile('capture', `Came in${ofDay}`, entries / (entries + passing), value => share(value, 1),
      `of ${count(entries + passing)} who came by`, isProvisional(footfall)) : null,
    tile('visits', `Visits ended${hour}`, visits?.visits, count,
      visits ? `${count(visits.bounces)} short ones (${share(visits.bounces, visits.visits)})` : '', visits?.status === 0),
    tile('duration', 'Median visit', visits?.duration_ms_p50, duration,
      visits && visits.visits ? `mean ${duration(visits.duration_ms_sum / visits.visits)}` : '', visits?.status === 0),
  ].filter(Boolean));
  if (!comparison) return;
  for (const shown of element.querySelectorAll('.tile')) {
    const compared = comparison[shown.dataset.figure];
    if (compared && known(compared.a) && known(compared.b)) shown.append(against(compared));
  }
}

const room = (people, capacity) => capacity ? `${share(people, capacity)} of the ${count(capacity)} allowed` : '';

const known = value => value !== null && value !== undefined;

function against({a, b, name, until, written, differs}) {
  const by = differs ? signed(a - b, differs) : change(a, b) || signed(a - b, written);
  return make('dd', {class: 'against', data: {a, b}}, make('strong', {text: by}),
    until ? ` until ${until}: ${written(a)}, ${name} ${written(b)}` : ` than ${name}: ${written(b)}`);
}

function tile(name, label, value, written, beside, provisional) {
  return make('div', {class: 'tile', data: {figure: name, value: known(value) ? value : ''}},
    make('dt', {text: label}),
    make('dd', {class: provisional ? 'big provisional' : 'big'}, written(known(value) ? value : null),
      provisional ? make('span', {class: 'hidden', text: ' (provisional)'}) : null),
    make('dd', {class: 'beside', text: beside || '\u00a0'}));
}
