// A day's heat map by quarter hour, as rows of colour indexes: read a quarter hour at a time, those that come next ahead.
import * as api from './api.js';

export const QUARTER_MILLIS = 900_000;
const AHEAD = 6;
const AT_ONCE = 2;
/** How long nothing is asked for after something could not be read. */
const PATIENCE_MILLIS = 5_000;

/** The quarter hours of a day from the first to the last in which somebody was seen: {quarters: [millis], most}; null when nobody was. */
export async function readCourse({store, choice, range}, field, signal) {
  const day = {store: store.id, floor: choice.floor, from: range.dayStartMillis, to: range.dayEndMillis};
  const [[most], [first], [last]] = await Promise.all(['heat_most', 'heat_first', 'heat_last'].map(name => api.points(name, day, signal)));
  if (!first || !(most?.[field] > 0)) return null;
  const quarters = [];
  for (let millis = first.time; millis <= last.time; millis += QUARTER_MILLIS) quarters.push(millis);
  return {quarters, most: most[field]};
}

/**
 * Reads quarter hours of a course as they are needed.
 *
 * @param place a value's place on the scale, 0 to 1
 * @param came called when one has been read
 * @param failed called when one cannot be read
 */
export function quarterReader({board, course, field, place, came, failed}) {
  const {store, choice, plan} = board;
  const {columns, rows} = plan.heat;
  const floor = choice.floor;
  const read = new Map();
  const asked = new Set();
  const asking = new AbortController();
  let failedMillis = -Infinity;

  async function ask(millis) {
    asked.add(millis);
    try {
      read.set(millis, indexes(await api.rowsOf(`heat_${field}`,
        {store: store.id, floor, from: millis, to: millis + QUARTER_MILLIS}, asking.signal)));
    } catch (failure) {
      if (asking.signal.aborted) return;
      failedMillis = performance.now();
      failed(failure);
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
    at: index => read.get(course.quarters[index]) ?? null,

    /** Asks for a quarter hour and some that follow. */
    need(index) {
      if (performance.now() - failedMillis < PATIENCE_MILLIS) return;
      for (let next = index; next <= index + AHEAD && asked.size < AT_ONCE; next++) {
        const millis = course.quarters[next];
        if (millis === undefined || read.has(millis) || asked.has(millis)) continue;
        ask(millis).then(() => {
          if (asking.signal.aborted) return;
          this.need(index);
          came();
        });
      }
    },
    close: () => asking.abort(),
  };
}
