// What a wall asks for one floor of a store.
import * as api from '../api.js';

/** As on the store's page: who is looked for among the newest points of zone_now. */
const NOW_MILLIS = 60_000;
/** How far back the last word of a device is looked for. */
const HEARD_MILLIS = 6 * 3_600_000;

/** {store, floor, range, plan, points: {…}, readMillis} */
export async function readScene({store, floor}, signal) {
  const range = await api.range(store.id, 'live', signal);
  const {nowMillis} = range;
  const day = {store: store.id, from: range.dayStartMillis, to: range.dayEndMillis};
  const live = {store: store.id, floor: floor.id, window: range.window, from: range.fromMillis, to: range.toMillis};
  const ask = (name, parameters) => api.points(name, parameters, signal);
  const [plan, heatmap, zone_now, people_now, footfall, occupancy, devices] = await Promise.all([
    api.floor(store.id, floor.id, 'live', signal),
    store.tracked ? ask('heatmap', live) : [],
    ask('zone_now', {store: store.id, floor: floor.id, from: nowMillis - NOW_MILLIS, to: nowMillis + NOW_MILLIS}),
    ask('people_now', day),
    ask('footfall', day),
    ask('occupancy', day),
    ask('devices', {store: store.id, from: nowMillis - HEARD_MILLIS, to: nowMillis + NOW_MILLIS}),
  ]);
  return {store, floor, range, plan, points: {heatmap, zone_now, people_now, footfall, occupancy, devices}, readMillis: Date.now()};
}
