// Ways between zones as arrows on the plan: from the middle of one to the middle of the other, the wider the more often walked.
import {svg} from './dom.js';
import {count} from './format.js';

const MOST_ARROWS = 40;
const WIDEST = 9;
const NARROWEST = 1;
const BEND = 0.16;

/** The ways that have both their ends on a floor, the widest; ways from and to the street have but one. */
export function onFloor(ways, zones) {
  const at = new Map(zones.map(zone => [zone.id, zone]));
  return ways.filter(way => at.has(way.source) && at.has(way.target)).slice(0, MOST_ARROWS)
    .map(way => ({visits: way.visits, from: at.get(way.source), to: at.get(way.target)}));
}

/** SVG elements of ways that `onFloor` gave, the widest first. */
export function arrows(ways, view) {
  const most = ways[0]?.visits ?? 0;
  return [...ways].reverse().map(way => arrow(way, NARROWEST + (WIDEST - NARROWEST) * way.visits / most, view));
}

function arrow({from, to, visits}, width, view) {
  const [ax, ay] = [view.x(from.at[0]), view.y(from.at[1])];
  const [bx, by] = [view.x(to.at[0]), view.y(to.at[1])];
  // to the right of the straight way, so that there and back lie beside each other
  const [cx, cy] = [(ax + bx) / 2 - BEND * (by - ay), (ay + by) / 2 + BEND * (bx - ax)];
  const length = Math.hypot(bx - cx, by - cy) || 1;
  const [ux, uy] = [(bx - cx) / length, (by - cy) / length];
  const head = 5 + width;
  const [ex, ey] = [bx - head * ux, by - head * uy];
  const wing = side => `${(ex - side * head * 0.6 * uy).toFixed(1)} ${(ey + side * head * 0.6 * ux).toFixed(1)}`;
  return svg('g', {class: 'way', data: {way: `${from.id}->${to.id}`, value: visits}},
    svg('path', {class: 'way-line', d: `M${ax.toFixed(1)} ${ay.toFixed(1)}Q${cx.toFixed(1)} ${cy.toFixed(1)} ${ex.toFixed(1)} ${ey.toFixed(1)}`, 'stroke-width': width.toFixed(2)}),
    svg('path', {class: 'way-head', d: `M${wing(1)}L${bx.toFixed(1)} ${by.toFixed(1)}L${wing(-1)}Z`}),
    svg('title', {text: `${from.name} to ${to.name}: ${count(visits)} times`}));
}
