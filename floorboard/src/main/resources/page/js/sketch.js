// Plane geometry of the plan: paths, what a point is in, how wide a shape is at a place. Metres, y upwards.

/** An SVG path of shapes {polygons, lines}. */
export function path(shapes, view) {
  const ring = points => points.map(([x, y], index) =>
    `${index === 0 ? 'M' : 'L'}${view.x(x).toFixed(1)} ${view.y(y).toFixed(1)}`).join('');
  return [...shapes.polygons.flat().map(points => ring(points) + 'Z'), ...shapes.lines.map(ring)].join('');
}

/** Whether a place is within a shape's polygons (even-odd, so holes are outside). */
export function covers(shape, x, y) {
  let inside = false;
  for (const ring of shape.polygons.flat()) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i];
      const [bx, by] = ring[j];
      if ((ay > y) !== (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

/** How far a shape reaches from a place in it, both ways along one axis (0: x, 1: y): [less, more] in metres. */
export function reach(shape, at, axis) {
  const other = 1 - axis;
  let less = -Infinity;
  let more = Infinity;
  for (const ring of shape.polygons.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const a = ring[i - 1];
      const b = ring[i];
      if ((a[other] > at[other]) === (b[other] > at[other])) continue;
      const crossing = a[axis] + (b[axis] - a[axis]) * (at[other] - a[other]) / (b[other] - a[other]);
      if (crossing <= at[axis]) less = Math.max(less, crossing);
      if (crossing >= at[axis]) more = Math.min(more, crossing);
    }
  }
  return [less, more];
}
