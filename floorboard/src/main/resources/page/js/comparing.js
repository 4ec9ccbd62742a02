// The range that the shown one is compared with: what is asked of it, and what may be said.
import * as api from './api.js';
import {shortDay, span, time} from './format.js';

const SUMS = {heatmap: 'heat_sums', zones: 'zone_sums', visits: 'visit_sums'};

/** Asks for what the choice is compared with; `board.comparison` is null without. */
export async function readComparison(board, {whole, signal, came}) {
  const {store, choice} = board;
  if (choice.against === '') {
    board.comparison = null;
    return;
  }
  if (!whole && board.comparison) return;
  const pair = await api.ranges(store.id, choice.range, choice.against, signal);
  const days = board.isLive || board.isMoment
    ? await api.ranges(store.id, board.isLive ? 'today' : pair.shown.date, choice.against, signal) : pair;
  const ask = (name, range, end) => api.points(pair.whole ? name : SUMS[name],
    {store: store.id, floor: choice.floor, window: range.window, from: range.fromMillis, to: end}, signal);
  const some = pair.shownEndMillis > pair.shown.fromMillis && pair.otherEndMillis > pair.other.fromMillis;
  const names = store.tracked ? ['heatmap', 'zones', 'visits'] : ['zones', 'visits'];
  const all = async (range, end) => Object.fromEntries(await Promise.all(names.map(async name => [name, some ? await ask(name, range, end) : []])));
  const day = {store: store.id, from: days.other.dayStartMillis, to: days.other.dayEndMillis};
  const [shown, other, footfall, occupancy, plan] = await Promise.all([
    pair.whole ? null : all(pair.shown, pair.shownEndMillis),
    all(pair.other, pair.otherEndMillis),
    api.points('footfall', day, signal),
    api.points('occupancy', day, signal),
    api.floorAt(store.id, choice.floor, Math.min(pair.other.toMillis - 1, pair.other.nowMillis), signal)]);
  board.comparison = {pair, days, some, shown, other: {heatmap: [], ...other, footfall, occupancy}, plan};
  came('comparison');
}

/** The points of the shown range that are comparable: its own, or while it runs the sums of what is over. */
export const shownPoints = (board, name) => board.comparison.shown ? board.comparison.shown[name] ?? [] : board.points(name);

/** What the two ranges are called: by their days, live hours by their times as well. */
export function names({pair}, zone) {
  const name = range => range.window === '1h' ? `${shortDay(range.date)} ${span(range, zone)}` : shortDay(range.date);
  return {shown: name(pair.shown), other: name(pair.other)};
}

/** Until when two ranges are compared where one still runs, such as 10:15; null where both are over. */
export const until = ({whole, shownEndMillis}, zone) => whole ? null : time(shownEndMillis, zone);

/** Whether squares of the two days are the same squares. */
export function sameGrid({plan}, own) {
  return plan !== null && JSON.stringify(plan.heat) === JSON.stringify(own.heat);
}

/** Zones that the other day's layout does not have, or drew otherwise. */
export function redrawn({plan}, own) {
  if (plan === null) return own.zones;
  if (plan.layout === own.layout) return [];
  const shapes = new Map(plan.zones.map(zone => [zone.id, JSON.stringify(zone.shape)]));
  return own.zones.filter(zone => shapes.get(zone.id) !== JSON.stringify(zone.shape));
}

/** Sentences about what is compared and what is not. */
export function sentences(board) {
  const {comparison, plan} = board;
  const {pair, some} = comparison;
  const zone = board.store.timezone;
  const {shown, other} = names(comparison, zone);
  const hours = range => Math.round((range.toMillis - range.fromMillis) / 3_600_000);
  const said = [`${shown} compared with ${other}.`];
  if (!some) said.push('No quarter of an hour is over in both yet: there is nothing to compare.');
  else if (!pair.whole) {
    said.push(`Both until ${until(pair, zone)}, by sums of quarter hours; visitors and medians of a part of the day cannot be had from them, `
      + 'so they are compared when the day is over.');
  }
  if (pair.whole && hours(pair.shown) !== hours(pair.other)) {
    said.push(`The clocks changed: ${hours(pair.shown)} hours against ${hours(pair.other)}.`);
  }
  const definitions = points => new Set(points.map(point => point.definitions).filter(Boolean));
  const mine = definitions(['visits', 'zones', 'footfall'].flatMap(name => board.points(name)));
  const theirs = definitions([...comparison.other.footfall, ...comparison.other.zones, ...comparison.other.visits]);
  if (mine.size > 0 && theirs.size > 0 && [...theirs].some(hash => !mine.has(hash))) {
    said.push('The thresholds are others now than they were then.');
  }
  const changed = plan ? redrawn(comparison, plan) : [];
  if (changed.length > 0) said.push(`Not there then, or drawn otherwise: ${changed.map(({name}) => name).join(', ')}.`);
  return said;
}
