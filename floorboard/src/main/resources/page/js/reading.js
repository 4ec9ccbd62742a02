// What is asked for what is chosen, and in which order.
import * as api from './api.js';

/** How long a person is looked for among the newest points of zone_now, which come each second. */
const NOW_MILLIS = 60_000;
/** device_health has a point a minute of the store's clock. */
const DEVICES_MILLIS = 600_000;

/** The stores there are, once. */
export async function readStores(board) {
  const answer = await api.stores();
  if (answer.stores.length === 0) {
    throw new Error(`There is no store to show. ${answer.errors.join(' ')}`);
  }
  Object.assign(board, {stores: answer.stores, errors: answer.errors});
}

/**
 * Asks for everything that the choice needs.
 *
 * @param everything false where what is not of this moment need not be asked for again
 * @param came called with the name of each thing that was read
 * @param first called when what is seen first has come
 * @param others what asks for more, each called with (board, {whole, signal, came}) when the store's own figures are asked for; its promise is awaited
 */
export async function read(board, {everything, signal, came, first, others}) {
  const {store, choice} = board;
  const range = await api.range(store.id, choice.range, signal);
  const turned = board.range === null || range.fromMillis !== board.range.fromMillis || range.window !== board.range.window;
  const whole = everything || turned;
  board.range = range;
  if (turned) board.comparison = null;
  came('range');
  const now = {store: store.id, floor: choice.floor, from: range.nowMillis - NOW_MILLIS, to: range.nowMillis + NOW_MILLIS};
  const minutes = {store: store.id, from: range.nowMillis - DEVICES_MILLIS, to: range.nowMillis + NOW_MILLIS};
  const day = {store: store.id, from: range.dayStartMillis, to: range.dayEndMillis};
  const window = {store: store.id, floor: choice.floor, window: range.window, from: range.fromMillis, to: range.toMillis};
  const ask = async (name, parameters) => {
    board.figures[name] = await api.points(name, parameters, signal);
    came(name);
  };
  const asked = [];
  if (whole) {
    board.askedMillis = Date.now();
    // What is seen first is asked for alone: the rest would share its way.
    await Promise.all([
      api.floor(store.id, choice.floor, choice.range, signal).then(drawing => { board.plan = drawing; came('plan'); }),
      store.tracked ? ask('heatmap', window) : null]);
    first();
    asked.push(...['zones', 'visits', 'funnel', 'flows', 'paths'].map(name => ask(name, window)));
    if (board.isCurrent) asked.push(ask('devices', minutes));
  }
  if (board.isCurrent) asked.push(ask('zone_now', now), ask('people_now', day));
  if (board.isCurrent || whole) asked.push(ask('footfall', day), ask('occupancy', day));
  asked.push(...others.map(other => other(board, {whole, signal, came})));
  await Promise.all(asked);
}

/** The date of the latest day with figures, or null. */
export async function latestDate(board, dateOf, signal) {
  const latest = await api.points('latest', {store: board.store.id}, signal);
  const last = Math.max(...latest.map(point => point.time));
  return Number.isFinite(last) ? dateOf(last, board.store.timezone) : null;
}
