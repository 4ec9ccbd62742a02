// The heat map: every cell of the grid that was visited, as a square of its colour.
import {count, duration} from './format.js';
import {heatScale} from './scale.js';

/** The cells of the points of `heatmap` for one of the fields `seconds` and `visits`: [{column, row, value, point}]. */
export function cells(points, field) {
  return points.map(point => {
    const [column, row] = point.cell.split('_').map(Number);
    return {column, row, value: point[field], point};
  }).filter(cell => cell.value > 0);
}

/** What the plan draws of the points of `heatmap`: cells, the scale of their colours, and a cell in words. */
export function heatLayer(points, field, dark) {
  const drawn = field === 'off' ? [] : cells(points, field);
  return {
    cells: drawn,
    scale: heatScale(drawn.reduce((high, cell) => Math.max(high, cell.value), 0), dark),
    tell: ({point}) => [`here: ${duration(point.seconds * 1000)}, ${count(point.visits)} ${point.visits === 1 ? 'visitor' : 'visitors'}`],
  };
}

/** Makes a canvas as large as the plan, and empty. */
export function sized(canvas, view) {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(view.width * ratio);
  canvas.height = Math.round(view.height * ratio);
  canvas.style.width = `${view.width}px`;
  canvas.style.height = `${view.height}px`;
  const context = canvas.getContext('2d');
  context.scale(ratio, ratio);
  return context;
}

/**
 * Draws the cells within the outline.
 *
 * @param canvas its width and height in pixels of the page are set here
 * @param view how metres become pixels: {width, height, x(metres), y(metres), scale}
 */
export function drawHeat(canvas, view, plan, heatCells, scale) {
  const context = sized(canvas, view);
  if (heatCells.length === 0) return;
  const {x, y, cell, columns, rows} = plan.heat;
  const image = new ImageData(columns, rows);
  for (const heat of heatCells) {
    if (heat.column < columns && heat.row < rows) {
      image.data.set([...scale.colour(heat.value), 255], 4 * ((rows - 1 - heat.row) * columns + heat.column));
    }
  }
  const cellsCanvas = new OffscreenCanvas(columns, rows);
  cellsCanvas.getContext('2d').putImageData(image, 0, 0);
  context.clip(outline(plan, view), 'evenodd');
  context.imageSmoothingEnabled = false;
  context.drawImage(cellsCanvas, view.x(x), view.y(y + rows * cell), columns * cell * view.scale, rows * cell * view.scale);
}

/** The floor's outline in pixels, to draw within. */
export function outline(plan, view) {
  const path = new Path2D();
  for (const ring of plan.outline.polygons.flat()) {
    ring.forEach(([x, y], index) => index === 0 ? path.moveTo(view.x(x), view.y(y)) : path.lineTo(view.x(x), view.y(y)));
    path.closePath();
  }
  return path;
}
