// What the page shows as tables: a row for each point that was read, with what it counts for and how sure it is.
import {redrawn, sameGrid, shownPoints} from '../comparing.js';
import {filtered} from '../flows.js';
import {stamp} from './csv.js';

const QUARTER_MILLIS = 900_000;
const STATUS = ['provisional', 'final', 'corrected'];
const NO_SUM = /_(p50|p90|max)$/;
const SURE = ['status', 'completeness', 'definitions'];

const sure = point => [STATUS[point?.status] ?? null, point?.completeness, point?.definitions];

/** The fields of the points of each table, in the order of its columns. */
const FIELDS = {
  cells: ['seconds', 'visits'],
  zones: ['visits', 'seconds', 'stays', 'passes', 'stops', 'engaged', 'censored', 'dwell_ms_sum', 'dwell_ms_p50', 'dwell_ms_p90', 'dwell_ms_max'],
  doors: ['in', 'out', 'passing'],
  inside: ['people', 'people_max', 'clamped'],
  visits: ['visits', 'bounces', 'duration_ms_sum', 'duration_ms_p50', 'staff_seconds'],
  paths: ['visits', 'duration_ms_sum'],
  funnel: ['visits', 'entered', 'step_ms_p50'],
  ways: ['visits'],
};

/** Every table that the board can be saved as: [{id, name, columns, rows}]. */
export function sheets(board) {
  const {range, store, choice} = board;
  const {timezone} = store;
  const head = ['store'];
  const times = ['from', 'to', 'window'];
  const time = (from, to, window) => [stamp(from, timezone), stamp(to, timezone), window];

  /** Points of the shown window; `keys` {column: value of a point}. */
  const ofWindow = (id, name, points, keys) => ({
    id, name, columns: [...head, ...Object.keys(keys), ...FIELDS[id], ...times, ...SURE],
    rows: points.map(point => [store.id, ...Object.values(keys).map(key => key(point)), ...FIELDS[id].map(field => point[field]),
      ...time(range.fromMillis, range.toMillis, range.window), ...sure(point)])});

  /** Points of quarter hours of the shown day, and of the one it is compared with. */
  const ofQuarters = (id, name, query, keys) => {
    const other = board.comparison?.other[query] ?? [];
    const otherEnd = board.comparison?.days.other.dayEndMillis;
    const row = (called, dayEnd) => point => [store.id, ...(board.comparison ? [called] : []), ...Object.values(keys).map(key => key(point)),
      ...FIELDS[id].map(field => point[field]), ...time(point.time, Math.min(point.time + QUARTER_MILLIS, dayEnd), '15m'), ...sure(point)];
    return {
      id, name, columns: [...head, ...(board.comparison ? ['range'] : []), ...Object.keys(keys), ...FIELDS[id], ...times, ...SURE],
      rows: [...board.points(query).map(row('shown', range.dayEndMillis)), ...other.map(row('other', otherEnd))]};
  };

  /** Points of two windows side by side: what is in either, and by how much the shown one has more; not where it stands for something else, as in `unlike`. */
  const compared = (id, name, points, others, key, keys, unlike = new Set()) => {
    const {pair} = board.comparison;
    const [mine, theirs] = [points, others].map(some => new Map(some.map(point => [point[key], point])));
    const [isMissing, isNumber] = [value => value === undefined || value === null, value => typeof value === 'number'];
    // where there is no point there was nobody: a sum of 0, but no median
    const difference = (field, a, b) => isMissing(a) && isMissing(b) ? null
      : NO_SUM.test(field) ? (isNumber(a) && isNumber(b) ? a - b : null) : (a ?? 0) - (b ?? 0);
    return {
      id, name,
      columns: [...head, ...Object.keys(keys), ...FIELDS[id].flatMap(field => [field, `${field}_other`, `${field}_difference`]),
        ...times, 'other_from', 'other_to', ...SURE, ...SURE.map(column => `${column}_other`)],
      rows: [...new Set([...mine.keys(), ...theirs.keys()])].map(value => {
        const [a, b] = [mine.get(value), theirs.get(value)];
        return [store.id, ...Object.values(keys).map(of => of(a ?? b)),
          ...FIELDS[id].flatMap(field => [a?.[field], b?.[field], unlike.has(value) ? null : difference(field, a?.[field], b?.[field])]),
          ...time(pair.shown.fromMillis, pair.shownEndMillis, pair.whole ? pair.shown.window : 'sum of 15m'),
          stamp(pair.other.fromMillis, timezone), stamp(pair.otherEndMillis, timezone), ...sure(a), ...sure(b)];
      })};
  };

  const pick = name => point => point[name];
  const floor = () => choice.floor;
  const zoneName = point => store.zones[point.zone] ?? point.zone;
  const place = axis => point => {
    const [column, row] = point.cell.split('_').map(Number);
    const {heat} = board.plan;
    return Number((heat[axis] + ((axis === 'x' ? column : row) + 0.5) * heat.cell).toFixed(3));
  };
  const cell = {floor, cell: pick('cell'), x_m: place('x'), y_m: place('y')};
  const zone = {floor, zone: pick('zone'), name: zoneName};
  const comparable = board.comparison && board.plan;
  const definitions = [...new Set(board.points('visits').concat(board.points('zones')).map(point => point.definitions).filter(Boolean))];
  // Points of the heat map and of paths are read without definitions: those of the window's other figures are theirs.
  const defined = points => definitions.length === 1 ? points.map(point => ({definitions: definitions[0], ...point})) : points;
  const step = point => point.funnel === choice.funnel;

  return [
    !store.tracked || !board.plan ? null : comparable && sameGrid(board.comparison, board.plan)
      ? compared('cells', 'Heat map, differences', defined(shownPoints(board, 'heatmap')), board.comparison.other.heatmap, 'cell', cell)
      : ofWindow('cells', 'Heat map', defined(board.points('heatmap')), cell),
    comparable ? compared('zones', 'Zones, differences', shownPoints(board, 'zones'), board.comparison.other.zones, 'zone', zone,
      new Set(redrawn(board.comparison, board.plan).map(({id}) => id)))
      : ofWindow('zones', 'Zones', board.points('zones'), zone),
    ofQuarters('doors', 'Doors by quarter hour', 'footfall', {door: pick('door')}),
    ofQuarters('inside', 'People inside by quarter hour', 'occupancy', {}),
    ofWindow('funnel', 'Funnel', board.points('funnel').filter(step), {funnel: pick('funnel'), step: pick('step')}),
    ofWindow('ways', 'Ways between zones', filtered(board.points('flows'), {way: choice.way, least: Number(choice.least)}),
      {source: pick('source'), target: pick('target')}),
    ofWindow('visits', 'Visits', board.points('visits'), {}),
    ofWindow('paths', 'Most common visits', defined(board.points('paths')), {rank: pick('rank'), path: pick('path')}),
    ...board.details.map(detail => courseOf(detail)),
  ].filter(sheet => sheet && sheet.rows.length > 0);

  /** A zone that is looked at closely, by quarter hour. */
  function courseOf({zone: {id, name}, course}) {
    const fields = course.length === 0 ? [] : Object.keys(course[0]).filter(field => !['time', 'zone', ...SURE].includes(field));
    return {
      id: `zone-${id}`, name: `${name} by quarter hour`, columns: [...head, 'floor', 'zone', ...fields, ...times, ...SURE],
      rows: course.map(point => [store.id, choice.floor, id, ...fields.map(field => point[field]),
        ...time(point.time, Math.min(point.time + QUARTER_MILLIS, range.dayEndMillis), '15m'), ...sure(point)])};
  }
}

/** What of the board a file's name tells: store, floor, range. */
export function named({store, choice, range, comparison}) {
  const moment = ({window, date, fromMillis}) => window === '1h' ? stamp(fromMillis, store.timezone).slice(0, 16).replace(':', '-') : date;
  return [store.id, store.floors.length > 1 ? `floor-${choice.floor}` : '', moment(range), comparison ? `against_${moment(comparison.pair.other)}` : ''];
}
