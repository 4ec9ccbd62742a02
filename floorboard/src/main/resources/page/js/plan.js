// The floor plan: floor, heat, fixtures and walls, zones with their names, doors, people inside now.
import {make, svg} from './dom.js';
import {count, duration} from './format.js';
import {drawHeat, heatLayer} from './heat.js';
import {labels} from './labels.js';
import {covers, path} from './sketch.js';

const TALLEST_SHARE = 0.78;
const PADDING = 14;
const BUBBLE = 11;

/**
 * A plan in an element.
 *
 * @param element gets it
 * @param choose called with the id of a zone that was chosen, or null
 */
export function floorPlan(element, choose) {
  const canvas = make('canvas', {class: 'heat', 'aria-hidden': 'true'});
  const drawing = svg('svg', {class: 'drawing', role: 'img', 'aria-labelledby': 'plan-title', 'aria-describedby': 'plan-note'});
  const tip = make('div', {class: 'tip', 'aria-hidden': 'true', hidden: true});
  element.append(canvas, drawing, tip);
  const shown = {plan: null, points: [], field: 'off', people: new Map(), figures: new Map(), dark: false, zone: null,
    layer: null, painter: null, over: () => []};
  let view = null;
  let layer = heatLayer([], 'off', false);
  let heat = new Map();

  function draw() {
    const plan = shown.plan;
    if (!plan || element.clientWidth === 0) return;
    view = viewOf(plan, element.clientWidth);
    element.style.height = `${view.height}px`;
    drawCells();
    drawing.setAttribute('width', view.width);
    drawing.setAttribute('height', view.height);
    drawing.setAttribute('viewBox', `0 0 ${view.width} ${view.height}`);
    const feature = kind => plan.features.filter(part => part.kind === kind)
      .map(part => svg('path', {class: kind, d: path(part.shape, view)}));
    drawing.replaceChildren(
      svg('path', {class: 'outline', d: path(plan.outline, view)}),
      ...feature('fixture'),
      ...[...plan.zones].sort((a, b) => b.area - a.area).map(zone => svg('path', {
        class: zone.id === shown.zone ? 'zone chosen' : 'zone', data: {zone: zone.id}, d: path(zone.shape, view)})),
      ...feature('wall'),
      ...plan.doors.flatMap(door => doorOf(door, view)),
      ...shown.over(view),
      ...namesAndPeople(plan.zones, view, shown.people));
  }

  function drawCells() {
    if (shown.painter) {
      heat.clear();
      shown.painter(canvas, view, shown.plan);
      return;
    }
    layer = shown.layer ?? heatLayer(shown.points, shown.field, shown.dark);
    heat = new Map(layer.cells.map(cell => [`${cell.column}_${cell.row}`, cell]));
    drawHeat(canvas, view, shown.plan, layer.cells, layer.scale);
  }

  function pointAt(event) {
    const box = drawing.getBoundingClientRect();
    return [view.metresX(event.clientX - box.left), view.metresY(event.clientY - box.top), event.clientX - box.left,
      event.clientY - box.top];
  }

  const zonesAt = (x, y) => shown.plan.zones.filter(zone => covers(zone.shape, x, y)).sort((a, b) => a.area - b.area);

  function point(event) {
    if (!view) return;
    const [x, y, left, top] = pointAt(event);
    const zones = zonesAt(x, y);
    const grid = shown.plan.heat;
    const cell = heat.get(`${Math.floor((x - grid.x) / grid.cell)}_${Math.floor((y - grid.y) / grid.cell)}`);
    tip.hidden = zones.length === 0 && !cell;
    tip.replaceChildren(
      ...(zones.length ? [make('strong', {text: zones[0].name})] : []),
      ...(zones.length ? tipOf(zones[0].id) : []),
      ...(cell ? layer.tell(cell).map(text => make('span', {class: 'cell', text})) : []));
    tip.style.left = `${Math.max(0, Math.min(left + 14, view.width - tip.offsetWidth - 4))}px`;
    tip.style.top = `${top + 18 + tip.offsetHeight > view.height ? top - tip.offsetHeight - 10 : top + 18}px`;
  }

  function tipOf(zone) {
    const figures = shown.figures.get(zone);
    const now = shown.people.get(zone);
    return [
      now ? make('span', {text: `${count(now.people)} inside now`}) : null,
      figures ? make('span', {text: `${count(figures.visits)} visitors, median stay ${duration(figures.dwell_ms_p50)}`}) : null,
    ].filter(Boolean);
  }

  drawing.addEventListener('pointermove', point);
  drawing.addEventListener('pointerleave', () => { tip.hidden = true; });
  drawing.addEventListener('click', event => {
    const [x, y] = pointAt(event);
    const zone = zonesAt(x, y)[0]?.id ?? null;
    choose(zone === shown.zone ? null : zone);
  });
  let width = 0;
  new ResizeObserver(() => requestAnimationFrame(() => {
    if (element.clientWidth !== width) {
      width = element.clientWidth;
      draw();
    }
  })).observe(element);

  return {
    /**
     * Shows what is new of {plan, points, field, people, figures, dark, zone}; and of {layer}, cells to be drawn in place of the
     * points, {painter}, which draws the heat map's canvas itself, and {over}, SVG elements for a view, above the zones.
     */
    show(news) {
      Object.assign(shown, news);
      draw();
    },
    get scale() { return layer.scale; },
    get cells() { return heat.size; },
  };
}

function viewOf(plan, width) {
  const {minX, minY, maxX, maxY} = plan.bounds;
  const room = Math.max(240, window.innerHeight * TALLEST_SHARE);
  const scale = Math.min((width - 2 * PADDING) / (maxX - minX), (room - 2 * PADDING) / (maxY - minY));
  const left = (width - scale * (maxX - minX)) / 2;
  const height = Math.round(scale * (maxY - minY) + 2 * PADDING);
  return {
    width, height, scale,
    x: metres => left + (metres - minX) * scale,
    y: metres => PADDING + (maxY - metres) * scale,
    metresX: pixels => minX + (pixels - left) / scale,
    metresY: pixels => maxY - (pixels - PADDING) / scale,
  };
}

/** The zones' names, and in a disc beside each how many are inside; of discs that would cover each other, those of small zones. */
function namesAndPeople(zones, view, people) {
  const inside = zone => people.get(zone.id)?.people ?? 0;
  const byZone = new Map(labels(zones, view).map(label => [label.zone.id, label]));
  const discs = [];
  for (const zone of [...zones].sort((a, b) => a.area - b.area)) {
    if (inside(zone) === 0) continue;
    const label = byZone.get(zone.id);
    const half = label ? (label.upright ? label.needed : label.tall) / 2 : 0;
    const disc = {
      zone, x: label ? label.x : view.x(zone.at[0]),
      y: label ? label.y + (label.upright ? -1 : 1) * half : view.y(zone.at[1])};
    if (discs.some(other => Math.hypot(other.x - disc.x, other.y - disc.y) < 2 * BUBBLE)) continue;
    discs.push(disc);
    if (label) label.y += label.upright ? BUBBLE : -BUBBLE;
  }
  return [...[...byZone.values()].map(nameOf), ...discs.map(disc => discOf(disc, inside(disc.zone)))];
}

function nameOf(label) {
  const turn = label.upright ? `rotate(-90 ${label.x} ${label.y})` : null;
  const first = label.y - (label.lines.length - 1) / 2 * label.size * 1.15;
  return svg('text', {class: 'name', x: label.x, y: first, 'font-size': label.size, transform: turn},
    ...label.lines.map((text, index) => svg('tspan', {x: label.x, dy: index === 0 ? '0.35em' : '1.15em', text})));
}

function discOf({zone, x, y}, people) {
  return svg('g', {class: 'people', data: {zone: zone.id, value: people}},
    svg('circle', {cx: x, cy: y, r: BUBBLE}),
    svg('text', {x, y, dy: '0.35em', text: people}));
}

function doorOf(door, view) {
  const [ax, ay] = [view.x(door.a[0]), view.y(door.a[1])];
  const [bx, by] = [view.x(door.b[0]), view.y(door.b[1])];
  const length = Math.hypot(bx - ax, by - ay);
  // Left to right of a→b is in; on the screen y points down, so right is (−dy, dx).
  const [inX, inY] = [-(by - ay) / length, (bx - ax) / length];
  const [middleX, middleY] = [(ax + bx) / 2, (ay + by) / 2];
  const [tipX, tipY] = [middleX + 7 * inX, middleY + 7 * inY];
  const wing = side => `${middleX - 2 * inX + side * 5 * inY} ${middleY - 2 * inY - side * 5 * inX}`;
  return [
    svg('path', {class: 'door', d: `M${ax} ${ay}L${bx} ${by}`}, svg('title', {text: `Door: ${door.name}`})),
    svg('path', {class: 'door-in', d: `M${wing(1)}L${tipX} ${tipY}L${wing(-1)}Z`}),
  ];
}
