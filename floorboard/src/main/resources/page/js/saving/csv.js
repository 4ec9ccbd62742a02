// Tables as files that spreadsheets open: RFC 4180, UTF-8 with a mark, so that Excel takes it for that.

const MARK = '\uFEFF';
/** With what a text begins that spreadsheets take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A value of a table as a field of the file. Texts that look like a formula get an apostrophe; numbers are numbers, whatever their sign. */
function field(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The file of a table {columns, rows}. */
export function csvFile({columns, rows}) {
  const lines = [columns, ...rows].map(row => row.map(field).join(','));
  return new Blob([MARK, lines.join('\r\n'), '\r\n'], {type: 'text/csv;charset=utf-8'});
}

const formats = new Map();

/** 2026-11-02T10:00:00+01:00, on the clock of a zone. */
export function stamp(millis, zone) {
  if (!formats.has(zone)) {
    formats.set(zone, new Intl.DateTimeFormat('en-GB', {timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit',
      hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'longOffset'}));
  }
  const part = Object.fromEntries(formats.get(zone).formatToParts(millis).map(({type, value}) => [type, value]));
  const offset = part.timeZoneName.replace('GMT', '') || '+00:00';
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}${offset}`;
}

/** A file's name of its parts, with nothing in it that a file system minds. */
export const fileName = (parts, extension) =>
  `${parts.filter(Boolean).map(part => part.replaceAll(/[^A-Za-z0-9._-]+/g, '-')).join('_')}.${extension}`;

/** Hands a file to the browser to be saved. */
export function save(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), {href: url, download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
