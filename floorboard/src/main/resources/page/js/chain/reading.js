// What is asked for all stores: a query for each kind of figure and each instant at which a store day begins, so one for each time zone.
import * as api from '../api.js';

/** What has a series for each zone: asked for last, one day after the other, and the page does without where it takes too long. */
const MANY = 'zones';
const QUERIES = ['visits', 'footfall', 'occupancy', MANY];

/**
 * Reads the figures of a day of all stores, and those of the same weekday a week before where the day is over.
 *
 * @return {chain, figures: {visits, footfall, occupancy, zones}, missing}: each figure a Map of points by day's start and store, see `pointsOf`;
 *     missing: why there are none of zones, which are by far the most points to go through
 */
export async function readChain(range, signal) {
  const chain = await api.chain(range, signal);
  const days = new Set(chain.stores.flatMap(store => isOver(store, chain.nowMillis) ? [store.startMillis, store.weekBeforeMillis] : [store.startMillis]));
  const figures = Object.fromEntries(QUERIES.map(name => [name, new Map()]));
  const read = (name, start) => api.chainPoints(name, start, signal).then(points => {
    for (const point of points) figures[name].set(key(start, point.store), point);
  });
  await Promise.all([...days].flatMap(start => QUERIES.filter(name => name !== MANY).map(name => read(name, start))));
  try {
    for (const start of days) await read(MANY, start);
  } catch (failure) {
    if (signal.aborted) throw failure;
    figures[MANY].clear();
    return {chain, figures, missing: failure.message};
  }
  return {chain, figures, missing: null};
}

/** Whether a store's day has ended: only whole days are compared. */
export const isOver = (store, nowMillis) => store.endMillis <= nowMillis;

const key = (startMillis, store) => `${startMillis} ${store}`;

/** A store's points of the day that begins then: {visits, footfall, occupancy, zones}, each may be absent; null when none is there. */
export function pointsOf(figures, store, startMillis) {
  const points = {};
  for (const name of QUERIES) {
    const point = figures[name].get(key(startMillis, store.id));
    if (point) points[name] = point;
  }
  return Object.keys(points).length > 0 ? points : null;
}

/** The stores that have figures but no pack here. */
export function unknownStores({chain, figures}) {
  const known = new Set(chain.stores.map(({id}) => id));
  return new Set(QUERIES.flatMap(name => [...figures[name].values()].map(({store}) => store)).filter(store => !known.has(store)));
}
