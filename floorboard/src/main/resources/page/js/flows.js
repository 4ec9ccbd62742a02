// Ways between zones: from where (left) to where (right), the widest first. Both sides list zones of their own, because people
// come back: a way a → b and a way b → a may both be there.
import {chart, tooltip} from './charts.js';
import {fill, table} from './dom.js';
import {count, share} from './format.js';
import {colour} from './themes.js';

const MOST_WAYS = 24;
const ENDS = {start: 'Start of visit', end: 'End of visit'};
const ROW_PIXELS = 30;

/** What the end of a way is called. */
export const nameOf = (id, zones) => ENDS[id] ?? zones[id] ?? id;

/**
 * The ways, the most walked first.
 *
 * @param way only those from or to this zone; empty for all
 * @param least how often a way was walked at least
 */
export const filtered = (points, {way, least}) => points
  .filter(point => point.visits >= Math.max(1, least) && (way === '' || point.source === way || point.target === way))
  .sort((a, b) => b.visits - a.visits || order(a).localeCompare(order(b)));

/** @param only {way, least}: which ways of them */
export function showFlows(element, note, list, points, zones, only) {
  const ways = filtered(points, only);
  const every = only.way === '' && only.least <= 1;
  element.hidden = list.parentElement.hidden = ways.length === 0;
  if (ways.length === 0) {
    fill(list);
    note.textContent = points.some(point => point.visits > 0) ? 'No way is like that.' : 'No visit ended in this time.';
    return;
  }
  const name = id => nameOf(id, zones);
  const drawn = ways.slice(0, MOST_WAYS);
  const total = sum(points);
  const those = every ? '' : ' like that';
  note.textContent = ways.length > drawn.length
    ? `The ${drawn.length} most walked of ${count(ways.length)} ways${those}, ${share(sum(drawn), total)} of all steps between zones.`
    : `All ${count(ways.length)} ways${those}${every ? '' : `, ${share(sum(drawn), total)} of all steps between zones`}.`;
  const sides = Math.max(new Set(drawn.map(way => way.source)).size, new Set(drawn.map(way => way.target)).size);
  chart(element, Math.max(220, sides * ROW_PIXELS), `Ways between zones. The most walked: ${drawn.slice(0, 3)
    .map(way => `${name(way.source)} to ${name(way.target)}, ${count(way.visits)}`).join('; ')}. The table below has all of them.`,
  option(drawn, name, element.clientWidth));
  fill(list, table('Ways between zones', ['From', 'To', 'Times', 'Share'], ways.map(way => [
    name(way.source), name(way.target), {text: count(way.visits), value: way.visits}, share(way.visits, total)])));
}

const order = way => `${way.source} ${way.target}`;

const sum = ways => ways.reduce((total, way) => total + way.visits, 0);

function option(ways, name, width) {
  const [entries, exits, ink, muted, flow] = ['--entries', '--exits', '--ink', '--muted', '--flow'].map(colour);
  const node = (side, id) => ({
    name: `${side} ${id}`, depth: side === 'from' ? 0 : 1,
    itemStyle: {color: id === 'start' ? entries : id === 'end' ? exits : muted},
    label: {position: side === 'from' ? 'right' : 'left', formatter: shorten(name(id), width)}});
  const nodes = new Map();
  for (const way of ways) {
    nodes.set(`from ${way.source}`, node('from', way.source));
    nodes.set(`to ${way.target}`, node('to', way.target));
  }
  const plain = key => name(key.slice(key.indexOf(' ') + 1));
  return {
    tooltip: tooltip(item => item.dataType === 'edge' ? `${plain(item.data.source)} → ${plain(item.data.target)}\n${count(item.data.value)} times`
      : `${plain(item.name)}: ${count(item.value)}`),
    series: [{
      type: 'sankey', left: 4, right: 4, top: 8, bottom: 8, nodeWidth: 8, nodeGap: 9, draggable: false, layoutIterations: 32,
      emphasis: {focus: 'adjacency', lineStyle: {opacity: 0.75}}, lineStyle: {color: flow, opacity: 0.35, curveness: 0.55},
      label: {color: ink, fontSize: 11.5, textBorderColor: colour('--card'), textBorderWidth: 3},
      data: [...nodes.values()],
      links: ways.map(way => ({source: `from ${way.source}`, target: `to ${way.target}`, value: way.visits}))}],
  };
}

const shorten = (text, width) => width < 480 && text.length > 18 ? `${text.slice(0, 17)}…` : text;
