// Key figures of two ranges, by the names of their tiles; only what adds up where one of them still runs.
import {names, shownPoints, until} from './comparing.js';
import {sums} from './differences.js';
import {count, duration, share} from './format.js';

const points = value => `${(100 * value).toFixed(1)} points`;

export function comparedTiles(board) {
  const {comparison, store} = board;
  const {pair, days, some, other} = comparison;
  const zone = store.timezone;
  const called = names(comparison, zone);
  const doorsEnd = days.whole ? null : until(days, zone);
  const over = (found, start, end) => found.filter(point => point.time >= start && point.time < end);
  const mine = name => over(board.points(name), days.shown.dayStartMillis, days.shownEndMillis);
  const theirs = name => over(other[name], days.other.dayStartMillis, days.otherEndMillis);
  const [a, b] = [mine, theirs].map(of => sums(of('footfall'), ['in', 'out', 'passing']));
  const [mostA, mostB] = [mine, theirs].map(of => of('occupancy').reduce((most, point) => Math.max(most ?? 0, point.people_max), null));
  const day = {name: names({pair: days}, zone).other, until: doorsEnd};
  const hour = {name: called.other, until: until(pair, zone)};
  const [visitsA, visitsB] = some ? [shownPoints(board, 'visits')[0], other.visits[0]] : [];
  const capture = doors => doors && doors.in + doors.passing > 0 ? doors.in / (doors.in + doors.passing) : null;
  return {
    entries: {a: a?.in, b: b?.in, written: count, ...day},
    exits: {a: a?.out, b: b?.out, written: count, ...day},
    capture: {a: capture(a), b: capture(b), written: value => share(value, 1), differs: points, ...day},
    'inside-most': {a: mostA, b: mostB, written: count, ...day},
    visits: {a: visitsA?.visits, b: visitsB?.visits, written: count, ...hour},
    duration: pair.whole ? {a: visitsA?.duration_ms_p50, b: visitsB?.duration_ms_p50, written: duration, differs: duration, ...hour} : null,
  };
}
