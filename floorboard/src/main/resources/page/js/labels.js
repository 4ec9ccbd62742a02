// Where the names of zones stand: in the widest place of each, smaller or upright where it is narrow, and left out (they are in
// the table and under the pointer) where they would not be readable or would cover another.
import {reach} from './sketch.js';

const SIZES = [13, 12, 11, 10];
const MARGIN = 6;
const LINE = 1.15;

const measure = document.createElement('canvas').getContext('2d');

function width(text, size) {
  measure.font = `600 ${size}px Inter, system-ui, sans-serif`;
  return measure.measureText(text).width;
}

/** [{zone, x, y, size, lines, upright}] for the names that fit. */
export function labels(zones, view) {
  const placed = [];
  const order = [...zones].sort((a, b) => Number(b.path) - Number(a.path) || b.area - a.area);
  for (const zone of order) {
    const label = fit(zone, view);
    if (label && !placed.some(other => overlaps(box(other), box(label)))) placed.push(label);
  }
  return placed;
}

function fit(zone, view) {
  const across = reach(zone.shape, zone.at, 0);
  const along = reach(zone.shape, zone.at, 1);
  const wide = (across[1] - across[0]) * view.scale - MARGIN;
  const high = (along[1] - along[0]) * view.scale - MARGIN;
  const centreX = view.x((across[0] + across[1]) / 2);
  const centreY = view.y((along[0] + along[1]) / 2);
  for (const size of SIZES) {
    for (const lines of breaks(zone.name)) {
      const needed = Math.max(...lines.map(line => width(line, size)));
      const tall = lines.length * size * LINE;
      if (needed <= wide && tall <= high) {
        return {zone, size, lines, upright: false, x: centreX, y: view.y(zone.at[1]), needed, tall};
      }
      if (needed <= high && tall <= wide) {
        return {zone, size, lines, upright: true, x: view.x(zone.at[0]), y: centreY, needed, tall};
      }
    }
  }
  return null;
}

/** A name in one line, and in two at each of its blanks, the most even first. */
function breaks(name) {
  const words = name.split(' ');
  const pairs = words.slice(1).map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')]);
  pairs.sort((a, b) => Math.max(...a.map(s => s.length)) - Math.max(...b.map(s => s.length)));
  return [[name], ...pairs];
}

function box(label) {
  const [w, h] = label.upright ? [label.tall, label.needed] : [label.needed, label.tall];
  return [label.x - w / 2, label.y - h / 2, label.x + w / 2, label.y + h / 2];
}

const overlaps = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
