// Figures, times and durations as people read them. Times are in the store's own zone.

const WHOLE = new Intl.NumberFormat('en-GB', {maximumFractionDigits: 0});
const ONE = new Intl.NumberFormat('en-GB', {maximumFractionDigits: 1});
const PERCENT = new Intl.NumberFormat('en-GB', {style: 'percent', maximumFractionDigits: 0});
const FINE_PERCENT = new Intl.NumberFormat('en-GB', {style: 'percent', maximumFractionDigits: 1});
const UNKNOWN = '–';

const known = value => value !== null && value !== undefined && Number.isFinite(value);

export const count = value => known(value) ? WHOLE.format(value) : UNKNOWN;

export const decimal = value => known(value) ? ONE.format(value) : UNKNOWN;

/** A part of a whole; a whole of nothing has no parts. */
export function share(part, whole) {
  if (!known(part) || !known(whole) || whole === 0) return UNKNOWN;
  const ratio = part / whole;
  return (ratio > 0 && ratio < 0.1 ? FINE_PERCENT : PERCENT).format(ratio);
}

/** A difference, written as its size is, with its sign before it. */
export const signed = (value, written) =>
  !known(value) ? UNKNOWN : value === 0 ? `±${written(0)}` : `${value > 0 ? '+' : '−'}${written(Math.abs(value))}`;

/** A limit that somebody set: 5 s, 1 min, 45 min, 1 min 30 s. */
export const limit = millis => duration(millis).replace(/ 00 (s|min)$/, '');

/** 4.2 s, 42 s, 3 min 05 s, 2 h 05 min. */
export function duration(millis) {
  if (!known(millis)) return UNKNOWN;
  const seconds = millis / 1000;
  if (seconds < 9.95) return `${ONE.format(seconds)} s`;
  if (seconds < 59.5) return `${WHOLE.format(seconds)} s`;
  const minutes = Math.floor(Math.round(seconds) / 60);
  if (minutes < 60) return `${minutes} min ${two(Math.round(seconds) % 60)} s`;
  const whole = Math.round(seconds / 60);
  return `${WHOLE.format(Math.floor(whole / 60))} h ${two(whole % 60)} min`;
}

const two = value => String(value).padStart(2, '0');

const formats = new Map();

function inZone(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat('en-GB', {timeZone: zone, hourCycle: 'h23', ...options}));
  }
  return formats.get(key);
}

/** 14:05 */
export const time = (millis, zone) => inZone(zone, {hour: '2-digit', minute: '2-digit'}).format(millis);

/** 14:05 to 15:05, of a window {fromMillis, toMillis} */
export const span = ({fromMillis, toMillis}, zone) => `${time(fromMillis, zone)} to ${time(toMillis, zone)}`;

/** 14:05:09 */
export const clock = (millis, zone) =>
  inZone(zone, {hour: '2-digit', minute: '2-digit', second: '2-digit'}).format(millis);

/** Tuesday, 3 November 2026, of a date such as 2026-11-03 */
export const day = date =>
  inZone('UTC', {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'}).format(Date.parse(date + 'T12:00Z'));

/** Tue 3 Nov, of a date */
export const shortDay = date =>
  inZone('UTC', {weekday: 'short', day: 'numeric', month: 'short'}).format(Date.parse(date + 'T12:00Z')).replace(',', '');

/** Minutes of the wall clock since midnight. */
export function minutesOfDay(millis, zone) {
  const [hours, minutes] = time(millis, zone).split(':').map(Number);
  return 60 * hours + minutes;
}

/** 2026-11-03, the store day's date (days begin at the cut) */
export const dateOf = (millis, zone) =>
  new Intl.DateTimeFormat('en-CA', {timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit'}).format(millis);
