// The zones that are looked at closely, one or two side by side: what is asked of each.
import * as api from './api.js';

/** The chosen zones of this floor: none, one, or two. */
export function chosenZones({choice, plan}) {
  const find = id => plan?.zones.find(zone => zone.id === id);
  const zone = find(choice.zone);
  const beside = choice.beside === choice.zone ? undefined : find(choice.beside);
  return zone ? [zone, beside].filter(Boolean) : [];
}

/** Asks for what the chosen zones need; `board.details` is a list, each {zone, point, course}. */
export async function readDetails(board, {whole, signal, came}) {
  const zones = chosenZones(board);
  const same = zones.length === board.details.length && zones.every((zone, index) => zone.id === board.details[index].zone.id);
  if (same && !whole) return;
  const {store, choice, range} = board;
  const ask = (zone, name, from, to) =>
    api.points(name, {store: store.id, floor: choice.floor, zone: zone.id, window: range.window, from, to}, signal);
  const ids = some => some.map(({id}) => id).join();
  const isStillWanted = () => board.store === store && board.range?.fromMillis === range.fromMillis && board.range.window === range.window
    && ids(chosenZones(board)) === ids(zones);
  const details = await Promise.all(zones.map(async zone => {
    const [[point = null], course] = await Promise.all([
      ask(zone, 'zone_detail', range.fromMillis, range.toMillis), ask(zone, 'zone_course', range.dayStartMillis, range.dayEndMillis)]);
    return {zone, point, course};
  }));
  if (signal.aborted || !isStillWanted()) return;
  board.details = details;
  came('details');
}
