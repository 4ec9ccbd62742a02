// Colours of the heat map: magma, which grows evenly in lightness for every kind of colour vision.

// Matplotlib's magma at sixteenths, by Nathaniel Smith and Stéfan van der Walt (CC0).
const MAGMA = [
  0x000004, 0x0c0926, 0x1d1147, 0x36106b, 0x51127c, 0x6a1c81, 0x832681, 0x9c2e7f, 0xb73779,
  0xd0416f, 0xe75263, 0xf56b5c, 0xfc8961, 0xfea772, 0xfec488, 0xfde2a3, 0xfcfdbf];
const STEPS = 256;
/** How far apart labels of the legend are at least, as a share of its length. */
const TICK_SHARE = 0.2;
/** The darkest colour that still tells itself from black. */
const DARK_END = 0.1;

// ColorBrewer's blues and oranges, by Cynthia Brewer: told apart by every kind of colour vision. From the paper outwards.
const LESS = {light: [0xfcfcfd, 0xc6dbef, 0x6baed6, 0x2171b5, 0x08306b], dark: [0x10151c, 0x08519c, 0x2171b5, 0x6baed6, 0xc6dbef]};
const MORE = {light: [0xfcfcfd, 0xfdd0a2, 0xfd8d3c, 0xd94801, 0x7f2704], dark: [0x10151c, 0xa63603, 0xd94801, 0xfd8d3c, 0xfdd0a2]};

/** The colour at a place from 0 to 1 of a row of evenly spaced ones: [red, green, blue]. */
function between(row, at) {
  const place = Math.min(Math.max(at, 0), 1) * (row.length - 1);
  const low = Math.min(Math.floor(place), row.length - 2);
  const part = place - low;
  return [16, 8, 0].map(shift => {
    const from = (row[low] >> shift) & 255;
    const to = (row[low + 1] >> shift) & 255;
    return Math.round(from + (to - from) * part);
  });
}

/**
 * Values from 0 to `most` as colours: more is farther from the paper, darker on light paper and lighter on dark. The colour goes
 * with the square root of the value: of a place with a quarter of the heat one sees half.
 */
export function heatScale(most, dark) {
  const colours = Array.from({length: STEPS}, (_, step) => {
    const part = step / (STEPS - 1);
    return between(MAGMA, dark ? DARK_END + part * (0.97 - DARK_END) : 1 - part * (1 - DARK_END));
  });
  const place = value => most > 0 ? Math.sqrt(Math.min(Math.max(value / most, 0), 1)) : 0;
  return {
    most,
    place,
    colour: value => colours[Math.round(place(value) * (STEPS - 1))],
    colours,
  };
}

/**
 * Differences from −`most` to `most` as colours: none is the paper, less goes to blue, more to orange; both with the square root, as
 * the heat map does. `place` is 0 at the least, 0.5 at none and 1 at the most.
 */
export function differenceScale(most, dark) {
  const theme = dark ? 'dark' : 'light';
  const colours = Array.from({length: 2 * STEPS - 1}, (_, step) => {
    const part = step / (STEPS - 1) - 1;
    return between(part < 0 ? LESS[theme] : MORE[theme], Math.abs(part));
  });
  const place = value => most > 0 ? 0.5 + Math.sign(value) * Math.sqrt(Math.min(Math.abs(value) / most, 1)) / 2 : 0.5;
  return {most, place, colour: value => colours[Math.round(place(value) * (2 * STEPS - 2))], colours};
}

/** Round values between 0 and the most, far enough apart for their labels: [0, …, most]. */
export function ticks(scale, steps) {
  if (!(scale.most > 0)) return [0];
  const between = [];
  let last = 0;
  for (const step of steps) {
    const place = scale.place(step);
    if (place - last >= TICK_SHARE && 1 - place >= TICK_SHARE) {
      between.push(step);
      last = place;
    }
  }
  return [0, ...between, scale.most];
}
