// What the page of all stores can be shared and saved as.
import {byId} from '../dom.js';
import {csvFile, fileName, save, stamp} from '../saving/csv.js';
import {connectMenu} from '../saving/menu.js';
import {drawingPicture} from '../saving/pictures.js';
import {COLUMNS, definitionsOf} from './columns.js';

const STATUS = ['provisional', 'final', 'corrected'];
const FIGURES = COLUMNS.filter(({id}) => !['heard', 'status'].includes(id));
const column = name => COLUMNS.find(({id}) => id === name);

/** @param shown {rows, strange, dates}: what the page shows, all pages of the table, null before */
export function connectSaving(shown) {
  const name = id => ['stores', shown().dates.join('-'), id];
  connectMenu({
    links: () => [
      {name: 'Copy link', address: () => window.location.href},
      ...(shown() && shown().dates.length > 0 ? [{name: 'Copy link to this day', address: dayOf}] : []),
    ],
    files: () => shown() === null ? [] : [
      {id: 'csv-stores', group: 'As a table (CSV)', name: 'Stores', save: () => save(csvFile(sheet(shown())), fileName(name('table'), 'csv'))},
      {id: 'png-map', group: 'As a picture (PNG)', name: 'Map', save: async () => save(await drawingPicture({
        title: byId('title').textContent, texts: [byId('subtitle').textContent], drawing: byId('map').querySelector('svg'),
        notes: [byId('map-note').textContent, byId('outliers-rule').textContent]}), fileName(name('map'), 'png'))},
    ],
  });

  function dayOf() {
    const address = new URL(window.location.href);
    address.searchParams.set('range', shown().dates.at(-1));
    return address.href;
  }
}

function sheet({rows, strange}) {
  const far = Map.groupBy(strange, ({row}) => row);
  return {
    columns: ['store', 'name', 'timezone', 'date', ...FIGURES.flatMap(({id, before}) => before ? [id, `${id}_week_before`] : [id]),
      'outlier_in', 'from', 'to', 'window', 'status', 'completeness', 'definitions'],
    rows: rows.map(row => {
      const {store} = row;
      return [store.id, store.name, store.timezone, store.date, ...FIGURES.flatMap(({value, before}) => before ? [value(row), before(row)] : [value(row)]),
        (far.get(row) ?? []).map(outlier => outlier.column.id).join(' '), stamp(store.startMillis, store.timezone), stamp(store.endMillis, store.timezone),
        '1d', STATUS[column('status').value(row)], column('heard').value(row), definitionsOf(row).join(' ')];
    })};
}
