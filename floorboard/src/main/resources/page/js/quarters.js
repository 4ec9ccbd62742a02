// A day's heat map by quarter hour, as rows of colour indexes: read a quarter hour at a time, those that come next ahead.
import * as api from './api.js';

export const QUARTER_MILLIS = 900_000;
const AHEAD = 6;
const AT_ONCE = 2;

/** The quarter hours of a day in which somebody was seen, first to last: {quarters: [millis], most, seen}; null when there is none. */
export async function readCourse({store, choice, range}, field, signal) {
  const points = await api.points('heat_course', {store: store.id, floor: choice.floor, from: range.dayStartMillis, to: range.dayEndMillis}, signal);
  const most = points.reduce((high, point) => Math.max(high, point[field]), 0);
  const inGrid = new Set(points.map(point => point.time));
  const all = [];
  for (let millis = range.dayStartMillis; millis < range.dayEndMillis; millis += QUARTER_MILLIS) all.push(millis);
  // InfluxDB groups by quarter hours since 1970: with a day cut at any minute, each of those holds the beginning of one of the day's
  const seen = all.filter(millis => inGrid.has(millis - millis % QUARTER_MILLIS));
  return most > 0 ? {most, seen: new Set(seen), quarters: all.slice(all.indexOf(seen[0]), all.indexOf(seen.at(-1)) + 1)} : null;
}

/**
 * Reads quarter hours of a course as they are needed.
 *
 * @param place a value's place on the scale, 0 to 1
 * @param failed called when one cannot be read
 */
export function quarterReader({board, course, field, place, failed}) {
  const {store, choice, plan} = board;
  const {columns, rows} = plan.heat;
  const floor = choice.floor;
  const read = new Map();
  const asked = new Set();
  const asking = new AbortController();
  const nobody = new Uint8Array(columns * rows);

  async function ask(millis) {
    asked.add(millis);
    try {
      read.set(millis, indexes(await api.rowsOf('heatmap',
        {store: store.id, floor, window: '15m', from: millis, to: millis + QUARTER_MILLIS}, asking.signal)));
      return true;
    } catch (failure) {
      if (!asking.signal.aborted) failed(failure);
      return false;
    } finally {
      asked.delete(millis);
    }
  }

  function indexes({columns: names, values}) {
    const found = new Uint8Array(columns * rows);
    const [cell, value] = [names.indexOf('cell'), names.indexOf(field)];
    for (const point of values) {
      const [column, row] = point[cell].split('_').map(Number);
      if (column < columns && row < rows && point[value] > 0) found[(rows - 1 - row) * columns + column] = 1 + Math.round(254 * place(point[value]));
    }
    return found;
  }

  return {
    /** The colour indexes (0: nobody) of a quarter hour, by rows from the top; null while they are being read. */
    at: index => course.seen.has(course.quarters[index]) ? read.get(course.quarters[index]) ?? null : nobody,

    /** Asks for a quarter hour and some that follow. */
    need(index) {
      for (let next = index; next <= index + AHEAD && asked.size < AT_ONCE; next++) {
        const millis = course.quarters[next];
        if (course.seen.has(millis) && !read.has(millis) && !asked.has(millis)) ask(millis).then(came => came && this.need(next));
      }
    },
    close: () => asking.abort(),
  };
}
