// The figures of a store's day: what each column shows, how it compares with the week before, and what all stores together make.
import {count, duration, share} from '../format.js';
import {completeness} from '../marks.js';

const PROVISIONAL = 0;
const FINAL = 1;
const CORRECTED = 2;
const STATUS = ['provisional', 'final', 'corrected'];
// what is shown where a little is missing, however little: never 100 %
const ALMOST_ALL = 0.999;

const ratio = (part, whole) => whole > 0 ? part / whole : null;
const percent = value => share(value, 1);
/** Per cent in a tenth below ten, else whole; shares in tenths of a point. */
const change = value => signed(value, 100 * value, Math.abs(value) < 0.1 ? 1 : 0, '%');
const points = value => signed(value, 100 * value, 1, ' pts');

function signed(known, value, digits, unit) {
  if (known === null) return '';
  const written = Math.abs(value).toFixed(digits);
  return `${Number(written) === 0 ? '±' : value < 0 ? '−' : '+'}${written}${unit}`;
}

/** All points of a store's day that a row shows. */
const all = figures => Object.values(figures);

function status(figures) {
  if (all(figures).some(point => point.status === PROVISIONAL)) return PROVISIONAL;
  return all(figures).some(point => (point.status_most ?? point.status) === CORRECTED) ? CORRECTED : FINAL;
}

/**
 * Each {id, head, tells, value(figures, store), written(value)}; `outliers` where stores of all sizes should be alike,
 * `apart` where the change is a column of its own.
 */
const FIGURES = [
  {id: 'visits', head: 'Visits', tells: 'Visits that ended on that day', value: ({visits}) => visits?.visits, written: count, apart: true},
  {id: 'entries', head: 'Entries', tells: 'People who came in through the doors', value: ({footfall}) => footfall?.in, written: count, apart: true},
  {id: 'capture', head: 'Capture', tells: 'Of those who came by, the share that came in; where a door counts who passes', outliers: true,
    value: ({footfall}) => footfall?.passing > 0 ? ratio(footfall.in, footfall.in + footfall.passing) : null, written: percent},
  {id: 'duration', head: 'Median visit', tells: 'Half of the visits were no longer', outliers: true, value: ({visits}) => visits?.duration_ms_p50, written: duration},
  {id: 'bounces', head: 'Short visits', tells: 'Visits shorter than bounceUnder, of all visits', outliers: true,
    value: ({visits}) => ratio(visits?.bounces, visits?.visits), written: percent},
  {id: 'peak', head: 'Most inside', tells: 'Most people inside at once', value: ({occupancy}) => occupancy?.people_max, written: count},
  {id: 'filled', head: 'Of capacity', tells: 'Most people inside at once, of those allowed; where the store says how many', outliers: true,
    value: ({occupancy}, store) => ratio(occupancy?.people_max, store.capacity), written: percent},
  {id: 'engaged', head: 'Engaged', tells: 'Engaged stays among all stays in zones', outliers: true,
    value: ({zones}) => ratio(zones?.engaged, zones?.stays), written: percent},
];

const RATIOS = new Set(['capture', 'bounces', 'filled', 'engaged']);

const figure = ({value, ...column}) => ({...column,
  value: row => known(row.now && value(row.now, row.store)),
  before: row => known(row.before && value(row.before, row.store)),
  change: (now, before) => column.apart || now === null || before === null ? '' : RATIOS.has(column.id) ? points(now - before) : change(relative(now, before))});

const known = value => value ?? null;

const relative = (now, before) => before > 0 ? now / before - 1 : null;

/** How much more or less than the week before, as a column of its own. */
function changeOf(column) {
  return {
    id: `${column.id}-change`, head: '± week', words: `${column.head} against the week before`, tells: `${column.head} against the same weekday a week before`, outliers: true,
    value: row => {
      const [now, before] = [column.value(row), column.before(row)];
      return now === null || before === null ? null : relative(now, before);
    },
    written: value => change(value) || '–',
  };
}

const [visits, entries, ...others] = FIGURES.map(figure);

/**
 * The columns of the table, beside the store's name: `value(row)` null where unknown, and where it is compared with the week before,
 * `before(row)` and in words `change(now, before)`.
 */
export const COLUMNS = [
  visits, changeOf(visits), entries, changeOf(entries), ...others,
  {id: 'heard', head: 'Heard', tells: 'The share of the day during which every sensor that feeds these figures was heard; the least of them',
    value: row => row.now && completeness(all(row.now)), written: value => value === null ? '–' : share(value < 1 ? Math.min(value, ALMOST_ALL) : value, 1)},
  {id: 'status', head: 'Status', tells: 'Provisional figures may still change; corrected ones were computed again', value: row => row.now && status(row.now),
    written: value => value === null ? 'no figures' : STATUS[value]},
];

/** The definitions that the figures of a row were computed by. */
export const definitionsOf = row => row.now ? [...new Set(all(row.now).map(point => point.definitions).filter(Boolean))] : [];

const sum = (rows, day, take) => rows.reduce((total, row) => total + (row[day] ? take(row[day]) ?? 0 : 0), 0);

/**
 * What may be added up over stores: counts and what is made of them. Medians and numbers at once may not.
 * Each {id, label, value, change}: compared over the stores that have its figures of both days.
 */
export function totals(rows) {
  const counts = {
    visits: figures => figures.visits?.visits,
    bounces: figures => figures.visits?.bounces,
    entries: figures => figures.footfall?.in,
    entriesWherePassing: figures => figures.footfall?.passing > 0 ? figures.footfall.in : 0,
    passing: figures => figures.footfall?.passing,
    stays: figures => figures.zones?.stays,
    engaged: figures => figures.zones?.engaged,
  };
  const of = (some, day) => Object.fromEntries(Object.entries(counts).map(([name, take]) => [name, sum(some, day, take)]));
  const whole = of(rows, 'now');
  const capture = part => ratio(part.entriesWherePassing, part.entriesWherePassing + part.passing);
  const tile = (id, label, query, take, written, words) => {
    const both = rows.filter(row => row.now?.[query] && row.before?.[query]);
    return {id, label, value: take(whole), written, change: both.length === 0 ? '' : words(take(of(both, 'now')), take(of(both, 'before')))};
  };
  const more = (a, b) => change(relative(a, b));
  const apart = (a, b) => a === null || b === null ? '' : points(a - b);
  return {
    compared: rows.filter(row => row.now && row.before).length,
    tiles: [
      tile('visits', 'Visits', 'visits', part => part.visits, count, more),
      tile('entries', 'Entries', 'footfall', part => part.entries, count, more),
      tile('capture', 'Came in', 'footfall', capture, percent, apart),
      tile('bounces', 'Short visits', 'visits', part => ratio(part.bounces, part.visits), percent, apart),
      tile('engaged', 'Engaged stays', 'zones', part => ratio(part.engaged, part.stays), percent, apart),
    ],
  };
}
