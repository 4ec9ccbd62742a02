// What the store's page can be shared and saved as.
import {byId} from '../dom.js';
import {csvFile, fileName, save} from './csv.js';
import {connectMenu} from './menu.js';
import {chartPicture, planPicture} from './pictures.js';
import {named, sheets} from './sheets.js';

const CHARTS = [['doors', 'Entries and exits'], ['flows', 'Ways between zones']];

export function connectSaving(board) {
  const shown = () => board.store !== null && board.range !== null && board.plan !== null;
  const floorName = () => board.store.floors.find(({id}) => id === board.choice.floor).name;
  const texts = () => [byId('subtitle').textContent, byId('compared').hidden ? '' : byId('compared').textContent];
  const foot = () => [byId('definitions').textContent];
  const picture = (id, name, make) => ({id: `png-${id}`, group: 'As a picture (PNG)', name,
    save: async () => save(await make(), fileName([...named(board), id], 'png'))});

  connectMenu({
    links: () => [
      {name: 'Copy link', address: () => window.location.href},
      ...(shown() ? [{name: 'Copy link to this moment', address: () => momentOf(board)}] : []),
      ...(board.store ? [{name: 'Copy link for a screen on the wall',
        address: () => `${window.location.origin}/wall.html?${new URLSearchParams({store: board.store.id})}`}] : []),
    ],
    files: () => !shown() ? [] : [
      ...sheets(board).map(sheet => ({id: `csv-${sheet.id}`, group: 'As a table (CSV)', name: sheet.name,
        save: () => save(csvFile(sheet), fileName([...named(board), sheet.id], 'csv'))})),
      picture('plan', 'Floor plan', () => planPicture({
        title: `${board.store.name} · ${floorName()}`, texts: texts(), plan: byId('plan'), legend: byId('legend'),
        notes: [byId('plan-note').textContent, ...foot()]})),
      ...CHARTS.filter(([id]) => byId(id).querySelector('canvas') && !byId(id).hidden).map(([id, name]) => picture(id, name, () => chartPicture({
        title: `${board.store.name} · ${name}`, texts: texts(), element: byId(id), notes: [byId(`${id}-note`).textContent, ...foot()]}))),
    ],
  });
}

/** The address with the day or the hour that is shown now in place of `live`, `today` or `yesterday`. */
export function momentOf({range}) {
  const address = new URL(window.location.href);
  address.searchParams.set('range', range.window === '1h' ? `${new Date(range.fromMillis).toISOString().slice(0, 16)}Z` : range.date);
  return address.href;
}
