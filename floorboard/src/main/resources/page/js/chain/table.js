// All stores, a page at a time, sorted by any column.
import {fill, make} from '../dom.js';
import {count} from '../format.js';

export const ROWS_PER_PAGE = 50;

/** The rows in the order of a column: `sort` its id, with a minus sign before it for the smallest first. Unknown values are last either way. */
export function sorted(rows, columns, sort) {
  const up = sort.startsWith('-');
  const column = columns.find(({id}) => id === sort.replace('-', ''));
  const names = (a, b) => a.store.name.localeCompare(b.store.name) || a.store.id.localeCompare(b.store.id);
  if (!column) return [...rows].sort((a, b) => (up ? -1 : 1) * names(a, b));
  const keyed = rows.map(row => ({row, value: column.value(row)}));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) return (a.value === null) - (b.value === null) || names(a.row, b.row);
    return (up ? 1 : -1) * (a.value - b.value) || names(a.row, b.row);
  });
  return keyed.map(({row}) => row);
}

/**
 * Draws a page of the table.
 *
 * @param rows all of them, in order
 * @param strange the outliers among them, as `outliers` finds them
 * @param link the address of a store's own page
 */
export function showTable(element, {rows, columns, sort, page, strange, link, sortBy}) {
  const marks = new Map(strange.map(outlier => [`${outlier.row.store.id} ${outlier.column.id}`, outlier]));
  const from = (page - 1) * ROWS_PER_PAGE;
  const focused = element.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  element.replaceChildren(make('table', {class: 'zones stores'},
    make('caption', {class: 'hidden', text: 'Figures of each store'}),
    make('thead', {}, make('tr', {}, ...[{id: 'name', head: 'Store', tells: 'Its own page, on the same day'}, ...columns]
      .map(column => header(column, sort, sortBy)))),
    make('tbody', {}, ...rows.slice(from, from + ROWS_PER_PAGE).map(row => body(row, columns, marks, link)))));
  if (focused) element.querySelector(`[data-focus="${CSS.escape(focused)}"]`)?.focus({preventScroll: true});
}

function header({id, head, tells}, sort, sortBy) {
  const up = sort.startsWith('-');
  const active = id === sort.replace('-', '');
  const falls = id === 'name' ? up : !up;
  return make('th', {scope: 'col', 'aria-sort': active ? (falls ? 'descending' : 'ascending') : null, title: tells},
    make('button', {type: 'button', class: 'sort', data: {focus: `sort ${id}`, sort: id}, onclick: () => sortBy(active && !up ? `-${id}` : id)},
      head, make('span', {'aria-hidden': 'true', class: 'arrow', text: active ? (falls ? '▾' : '▴') : ''})));
}

function body(row, columns, marks, link) {
  return make('tr', {data: {store: row.store.id}, class: row.now ? null : 'without'},
    make('th', {scope: 'row'}, make('a', {href: link(row.store), data: {focus: `store ${row.store.id}`}, text: row.store.name}),
      make('span', {class: 'id', text: row.store.id})),
    ...columns.map(column => cell(row, column, marks.get(`${row.store.id} ${column.id}`))));
}

function cell(row, column, outlier) {
  const value = column.value(row);
  const change = column.change && value !== null ? column.change(value, column.before(row)) : '';
  const words = outlier ? `far ${outlier.times > 0 ? 'above' : 'below'} the median of ${column.written(outlier.median)}` : null;
  return make('td', {data: {column: column.id, value: value ?? ''}, class: outlier ? 'outlier' : null, title: words},
    outlier ? make('span', {class: 'far', 'aria-hidden': 'true', text: outlier.times > 0 ? '▲ ' : '▼ '}) : null,
    make('span', {class: column.id === 'status' && value === 0 ? 'provisional-sample' : null, text: column.written(value)}),
    outlier ? make('span', {class: 'hidden', text: `, ${words}`}) : null,
    change ? make('span', {class: 'change', text: change}) : null);
}

/** The pages there are, and the way to the next. */
export function showPages(element, {rows, page, turnTo}) {
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_PER_PAGE));
  const button = (text, to) => make('button', {type: 'button', class: 'quiet', disabled: to < 1 || to > pages || to === page, data: {to}, text});
  const focused = element.contains(document.activeElement) ? document.activeElement.textContent : null;
  fill(element, ...(pages === 1 ? [] : [
    button('First', 1), button('Previous', page - 1),
    make('span', {text: `${count((page - 1) * ROWS_PER_PAGE + 1)} to ${count(Math.min(page * ROWS_PER_PAGE, rows.length))} of ${count(rows.length)}`}),
    button('Next', page + 1), button('Last', pages)]));
  for (const turn of element.querySelectorAll('button')) {
    turn.onclick = () => turnTo(Number(turn.dataset.to));
    if (turn.textContent === focused && !turn.disabled) turn.focus({preventScroll: true});
  }
}
