// Where the stores are: plain points, as large as their visits are many. No tiles: nothing is loaded from elsewhere.
import {make, svg} from '../dom.js';
import {count} from '../format.js';

const PADDING = 30;
const MOST_NAMES = 40;
const FEW = 60;
const NARROWEST_DEGREES = 0.01;
const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30];

/** Latitude and longitude as pixels: degrees of longitude as long as they are in the middle of what is shown. */
function projection(places, width, height) {
  const [south, north, west, east] = [
    Math.min(...places.map(({lat}) => lat)), Math.max(...places.map(({lat}) => lat)),
    Math.min(...places.map(({lon}) => lon)), Math.max(...places.map(({lon}) => lon))];
  const [midLat, midLon] = [(south + north) / 2, (west + east) / 2];
  const shrink = Math.max(0.05, Math.cos(midLat * Math.PI / 180));
  const scale = Math.min((width - 2 * PADDING) / Math.max((east - west) * shrink, NARROWEST_DEGREES),
    (height - 2 * PADDING) / Math.max(north - south, NARROWEST_DEGREES));
  return {
    x: lon => width / 2 + (lon - midLon) * shrink * scale,
    y: lat => height / 2 - (lat - midLat) * scale,
    lon: x => midLon + (x - width / 2) / shrink / scale,
    lat: y => midLat - (y - height / 2) / scale,
  };
}

/** Lines of latitude and longitude, at round degrees, some five each way. */
function lines(view, width, height) {
  const between = (low, high) => {
    const step = STEPS.find(some => (high - low) / some <= 6) ?? STEPS.at(-1);
    const first = Math.ceil(low / step);
    const digits = Math.max(0, -Math.floor(Math.log10(step)));
    return Array.from({length: Math.max(0, Math.floor(high / step) - first + 1)}, (_, index) => ({degrees: (first + index) * step, digits}));
  };
  const words = ({degrees, digits}, positive, negative) => `${Math.abs(degrees).toFixed(digits)}° ${degrees < 0 ? negative : positive}`;
  return [
    ...between(view.lat(height), view.lat(0)).flatMap(line => [
      svg('path', {class: 'graticule', d: `M0 ${view.y(line.degrees)}H${width}`}),
      svg('text', {class: 'degrees', x: 4, y: view.y(line.degrees) - 3, text: words(line, 'N', 'S')})]),
    ...between(view.lon(0), view.lon(width)).flatMap(line => [
      svg('path', {class: 'graticule', d: `M${view.x(line.degrees)} 0V${height}`}),
      svg('text', {class: 'degrees', x: view.x(line.degrees) + 3, y: height - 4, text: words(line, 'E', 'W')})]),
  ];
}

/** Names of the largest stores, each right of its point, where it covers no other name. */
function names(discs, width) {
  const taken = [];
  for (const disc of discs) {
    if (taken.length === MOST_NAMES) break;
    const long = disc.row.store.name.length * 6.6;
    const left = disc.x + disc.r + 4 + long > width ? disc.x - disc.r - 4 - long : disc.x + disc.r + 4;
    const box = [left, disc.y - 8, left + long, disc.y + 8];
    if (taken.some(({box: other}) => other[0] < box[2] && box[0] < other[2] && other[1] < box[3] && box[1] < other[3])) continue;
    taken.push({box, left, disc});
  }
  return taken.map(({left, disc}) => svg('text', {class: 'place-name', x: left, y: disc.y, dy: '0.35em', text: disc.row.store.name}));
}

/**
 * A map in an element.
 *
 * @param open called with the store that was pressed
 */
export function storeMap(element, open) {
  const drawing = svg('svg', {class: 'places', role: 'img', 'aria-labelledby': 'map-title', 'aria-describedby': 'map-note'});
  const tip = make('div', {class: 'tip', 'aria-hidden': 'true', hidden: true});
  element.append(drawing, tip);
  let shown = {rows: [], strange: []};
  let byStore = new Map();

  function draw() {
    const [width, height] = [element.clientWidth, element.clientHeight];
    if (width === 0) return;
    const placed = shown.rows.filter(({store}) => store.lat !== null);
    drawing.setAttribute('width', width);
    drawing.setAttribute('height', height);
    drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
    byStore = new Map(placed.map(row => [row.store.id, row]));
    if (placed.length === 0) {
      drawing.replaceChildren();
      return;
    }
    const view = projection(placed.map(({store}) => store), width, height);
    const visits = row => row.now?.visits?.visits ?? 0;
    const most = placed.reduce((high, row) => Math.max(high, visits(row)), 0);
    const widest = placed.length > FEW ? 11 : 20;
    const far = new Set(shown.strange.map(({row}) => row.store.id));
    const discs = placed.map(row => ({row, x: view.x(row.store.lon), y: view.y(row.store.lat),
      r: most > 0 ? 2.5 + (widest - 2.5) * Math.sqrt(visits(row) / most) : 4})).sort((a, b) => b.r - a.r);
    drawing.replaceChildren(
      ...lines(view, width, height),
      ...discs.map(({row, x, y, r}) => svg('circle', {
        class: `place${row.now ? '' : ' without'}${far.has(row.store.id) ? ' outlier' : ''}`, cx: x.toFixed(1), cy: y.toFixed(1), r: r.toFixed(1),
        data: {store: row.store.id, value: visits(row)}})),
      ...names(discs, width));
  }

  drawing.addEventListener('pointermove', event => {
    const row = byStore.get(event.target.dataset?.store);
    tip.hidden = !row;
    if (!row) return;
    const box = element.getBoundingClientRect();
    tip.replaceChildren(make('strong', {text: row.store.name}),
      make('span', {text: row.now ? `${count(row.now.visits?.visits)} visits, ${count(row.now.footfall?.in)} entries` : 'no figures'}),
      ...shown.strange.filter(outlier => outlier.row === row).map(({column, value, median}) =>
        make('span', {text: `${column.words ?? column.head}: ${column.written(value)}, median ${column.written(median)}`})));
    tip.style.left = `${Math.max(0, Math.min(event.clientX - box.left + 14, element.clientWidth - tip.offsetWidth - 4))}px`;
    tip.style.top = `${Math.max(0, Math.min(event.clientY - box.top + 18, element.clientHeight - tip.offsetHeight - 4))}px`;
  });
  drawing.addEventListener('pointerleave', () => { tip.hidden = true; });
  drawing.addEventListener('click', event => {
    const row = byStore.get(event.target.dataset?.store);
    if (row) open(row.store);
  });
  let width = 0;
  new ResizeObserver(() => requestAnimationFrame(() => {
    if (element.clientWidth !== width) {
      width = element.clientWidth;
      draw();
    }
  })).observe(element);

  return {
    /** Shows {rows, strange}: the stores, and the outliers among them. */
    show(news) {
      shown = news;
      draw();
    },
  };
}
