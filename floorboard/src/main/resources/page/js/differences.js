// Two ranges compared: what is taken from what. Only figures of like windows come here.
import {count, decimal, duration, share, signed} from './format.js';
import {differenceScale} from './scale.js';

/** Points by the value of one of their tags. */
export const by = (points, tag) => new Map(points.map(point => [point[tag], point]));

/** Sums of fields; null when there is no point to tell anything. */
export const sums = (points, fields) => points.length === 0 ? null
  : Object.fromEntries(fields.map(field => [field, points.reduce((sum, point) => sum + (point[field] ?? 0), 0)]));

/** The relative change as words, such as +12 %; of nothing there is none. */
export const change = (a, b) => b > 0 ? `${signed(a - b, value => share(value, b))}` : '';

const written = {seconds: value => duration(value * 1000), visits: count};
const writtenPerVisit = {seconds: value => duration(value * 1000), visits: value => decimal(value)};

/** A value of a field as the legend and the tips write it, without a sign. */
export const writer = (field, perVisit) => perVisit ? writtenPerVisit[field] : written[field];

/**
 * What the plan draws of two heat maps: every cell that was walked on in either.
 *
 * @param shown, other {heat, visits}: points of the heat map, and how many visits ended
 * @param names {shown, other}: of the two ranges
 * @param perVisit whether each is divided by its own visits
 */
export function differenceLayer({shown, other, names, field, perVisit, dark}) {
  const [mine, theirs] = [by(shown.heat, 'cell'), by(other.heat, 'cell')];
  const part = (point, visits) => (point?.[field] ?? 0) / (perVisit ? visits : 1);
  const possible = !perVisit || (shown.visits > 0 && other.visits > 0);
  const cells = !possible ? [] : [...new Set([...mine.keys(), ...theirs.keys()])].map(id => {
    const [column, row] = id.split('_').map(Number);
    const [a, b] = [part(mine.get(id), shown.visits), part(theirs.get(id), other.visits)];
    return {id, column, row, a, b, value: a - b};
  });
  const write = writer(field, perVisit);
  const whole = (map, id) => written[field](map.get(id)?.[field] ?? 0);
  const tell = (name, value, map, id, visits) => perVisit
    ? `${name}: ${write(value)} a visit (${whole(map, id)} over ${count(visits)})` : `${name}: ${write(value)}`;
  return {
    cells,
    scale: differenceScale(cells.reduce((high, cell) => Math.max(high, Math.abs(cell.value)), 0), dark),
    tell: cell => [
      tell(names.shown, cell.a, mine, cell.id, shown.visits),
      tell(names.other, cell.b, theirs, cell.id, other.visits),
      `difference: ${signed(cell.value, write)}`],
  };
}
