// ECharts, loaded when the plan is drawn; a chart each for the elements that ask for one.
import {colour} from './themes.js';

const SOURCE = '/echarts/echarts.esm.min.js';

let library = null;
const charts = new Map();

/** Loads the library once. */
export async function loadCharts() {
  library ??= await import(SOURCE);
}

/**
 * Draws a chart; before the library is there, nothing.
 *
 * @param height in pixels
 * @param tells what it shows, for who cannot see it
 */
export function chart(element, height, tells, option) {
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', tells);
  element.style.height = `${height}px`;
  if (!library) return;
  let drawn = charts.get(element);
  if (!drawn) {
    drawn = library.init(element, null, {renderer: 'canvas'});
    charts.set(element, drawn);
    new ResizeObserver(() => requestAnimationFrame(() => drawn.resize())).observe(element);
  }
  drawn.resize();
  drawn.setOption({animation: false, textStyle: {fontFamily: 'Inter, system-ui, sans-serif', color: colour('--muted')}, ...option}, true);
}

/** Takes the charts away so that they are drawn in the colours that hold now. */
export function recolour() {
  for (const drawn of charts.values()) drawn.clear();
}

/** A box that tells a point's figures; as rich text, because styles within the page's text are not allowed. */
export const tooltip = formatter => ({
  renderMode: 'richText', confine: true, formatter, backgroundColor: colour('--card'), borderColor: colour('--line'), borderWidth: 1,
  textStyle: {color: colour('--ink'), fontSize: 12}, padding: [8, 10], shadowBlur: 0,
});
