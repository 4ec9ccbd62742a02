// Which stores are far from the others: by the median absolute deviation, which a few strange stores do not move.

/** With fewer stores there is no usual. */
export const FEWEST = 8;

/** How many robust standard deviations are far. */
export const FAR = 3.5;

/** The median absolute deviation of a normal distribution is its standard deviation divided by this. */
const SIGMA = 1.4826;

function median(sorted) {
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const order = (a, b) => a - b;

/** What is usual in a column: {median, limit}; null where there are too few stores, or more than half of them are the same. */
function usual(values) {
  if (values.length < FEWEST) return null;
  const middle = median([...values].sort(order));
  const deviation = median(values.map(value => Math.abs(value - middle)).sort(order));
  return deviation > 0 ? {median: middle, limit: FAR * SIGMA * deviation} : null;
}

/**
 * The outliers among the rows in each of the columns that say `outliers`, the farthest first.
 *
 * @return [{row, column, value, median, times}]; times: how many times farther from the median than what is far, negative when below
 */
export function outliers(rows, columns) {
  const found = [];
  for (const column of columns.filter(({outliers: alike}) => alike)) {
    const values = rows.map(row => ({row, value: column.value(row)})).filter(({value}) => value !== null);
    const normal = usual(values.map(({value}) => value));
    if (normal === null) continue;
    for (const {row, value} of values) {
      const distance = value - normal.median;
      if (Math.abs(distance) > normal.limit) found.push({row, column, value, median: normal.median, times: distance / normal.limit});
    }
  }
  return found.sort((a, b) => Math.abs(b.times) - Math.abs(a.times));
}
