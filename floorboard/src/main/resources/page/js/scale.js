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

function magma(at) {
  const place = Math.min(Math.max(at, 0), 1) * (MAGMA.length - 1);
  const low = Math.min(Math.floor(place), MAGMA.length - 2);
  const part = place - low;
  return [16, 8, 0].map(shift => {
    const from = (MAGMA[low] >> shift) & 255;
    const to = (MAGMA[low + 1] >> shift) & 255;
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
    return magma(dark ? DARK_END + part * (0.97 - DARK_END) : 1 - part * (1 - DARK_END));
  });
  const place = value => most > 0 ? Math.sqrt(Math.min(Math.max(value / most, 0), 1)) : 0;
  return {
    most,
    place,
    colour: value => colours[Math.round(place(value) * (STEPS - 1))],
    colours,
  };
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
