// The page of all stores: reads what is chosen, asks for the figures of that day, shows them, and asks again.
import {readAddress, writeAddress} from '../address.js';
import {byId, fill, make} from '../dom.js';
import * as format from '../format.js';
import {refreshing} from '../refreshing.js';
import {connectTheme} from '../themes.js';
import {COLUMNS, totals} from './columns.js';
import {FAR, FEWEST, outliers} from './outliers.js';
import {storeMap} from './map.js';
import {isOver, pointsOf, readChain, unknownStores} from './reading.js';
import {connectSaving} from './saving.js';
import {ROWS_PER_PAGE, showPages, showTable, sorted} from './table.js';

const DEFAULTS = {range: 'yesterday', sort: 'visits', find: '', only: '', page: '1'};
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOST_TOLD = 12;

const choice = readAddress(DEFAULTS);
if (!['today', 'yesterday'].includes(choice.range) && !DATE.test(choice.range)) choice.range = DEFAULTS.range;

const board = {read: null, rows: [], shown: null, readMillis: 0, askedMillis: 0, isLive: false};
const map = storeMap(byId('map'), store => window.location.assign(link(store)));
const refresh = refreshing(board, async (_, signal) => {
  board.askedMillis = Date.now();
  board.read = await readChain(choice.range, signal);
  const {chain, figures} = board.read;
  board.rows = chain.stores.map(store => ({
    store, now: pointsOf(figures, store, store.startMillis),
    before: isOver(store, chain.nowMillis) ? pointsOf(figures, store, store.weekBeforeMillis) : null}));
  show();
}, failure => {
  showNotice(failure);
  if (board.readMillis) byId('freshness').textContent = `read at ${new Date(board.readMillis).toLocaleTimeString('en-GB')}, every minute`;
});

/** A store's own page, on the day that is shown here. */
const link = store => `/?${new URLSearchParams({store: store.id, range: choice.range === 'today' ? 'today' : store.date})}`;

function show() {
  if (board.read === null) return;
  const wanted = choice.find.trim().toLocaleLowerCase();
  const found = board.rows.filter(({store}) => `${store.name} ${store.id}`.toLocaleLowerCase().includes(wanted));
  const strange = outliers(found, COLUMNS);
  const far = new Set(strange.map(({row}) => row));
  const rows = sorted(choice.only === 'outliers' ? found.filter(row => far.has(row)) : found, COLUMNS, choice.sort);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_PER_PAGE));
  choice.page = String(Math.min(Math.max(1, Math.trunc(Number(choice.page)) || 1), pages));
  writeAddress(choice, DEFAULTS);
  board.shown = {rows, strange, dates: [...new Set(rows.map(({store}) => store.date))].sort()};
  showHeading();
  showTotals(rows);
  map.show({rows, strange});
  showOutliers(found, strange);
  const page = Number(choice.page);
  byId('found').textContent = `${format.count(rows.length)} of ${format.count(board.rows.length)} stores`;
  showTable(byId('stores'), {rows, columns: COLUMNS, sort: choice.sort, page, strange, link,
    sortBy: sort => choose({sort, page: '1'})});
  showPages(byId('pages'), {rows, page, turnTo: to => choose({page: String(to)})});
}

function showHeading() {
  const {chain} = board.read;
  const dates = [...new Set(chain.stores.map(({date}) => date))].sort();
  const running = chain.stores.some(store => !isOver(store, chain.nowMillis));
  byId('subtitle').textContent = dates.length === 0 ? '' : `${dates.map(format.day).join(' and ')}${running
    ? ', so far: a day that is not over is not compared'
    : ', compared with the same weekday a week before'}`;
  byId('day').max = chain.stores.map(({today}) => today).sort().at(-1) ?? '';
  if (!byId('day').value) byId('day').value = dates.at(-1) ?? '';
}

function showTotals(rows) {
  const {tiles, compared} = totals(rows);
  const known = rows.filter(({now}) => now).length;
  const partly = rows.filter(row => row.now && COLUMNS.find(({id}) => id === 'heard').value(row) < 1).length;
  const tile = (id, label, value, written, beside) => make('div', {class: 'tile', data: {figure: id, value: value ?? ''}},
    make('dt', {text: label}), make('dd', {class: 'big', text: written}), make('dd', {class: 'beside', text: beside || '\u00a0'}));
  fill(byId('summary'),
    tile('stores', 'Stores with figures', known, `${format.count(known)} of ${format.count(rows.length)}`,
      partly ? `${format.count(partly)} not heard all day` : ''),
    ...tiles.map(({id, label, value, written, change}) => tile(id, label, value, written(value), change && `${change} in a week${compared < known ? `, in ${format.count(compared)} stores` : ''}`)));
  const nowhere = rows.filter(({store}) => store.lat === null).length;
  byId('map-note').textContent = `Each point a store, its area by its visits; filled where there are figures, with a ring where it stands out.${
    nowhere ? ` ${format.count(nowhere)} not shown: their layouts have no anchor.` : ''}`;
}

function showOutliers(found, strange) {
  byId('outliers-rule').textContent = `Farther from the median of the ${format.count(found.length)} stores found than ${FAR} × 1.4826 × the median `
    + `distance from it, in a figure that large and small stores share; asked where ${FEWEST} stores or more have it.`;
  fill(byId('outliers'), strange.length === 0 ? make('p', {class: 'note', text: found.length < FEWEST
    ? `Not asked: fewer than ${FEWEST} stores.` : 'No store stands out.'})
    : make('ul', {class: 'told'}, ...strange.slice(0, MOST_TOLD).map(({row, column, value, median, times}) =>
      make('li', {data: {store: row.store.id, column: column.id}},
        make('a', {href: link(row.store), text: row.store.name}),
        make('span', {text: ` ${times > 0 ? '▲' : '▼'} ${column.words ?? column.head}: `}),
        make('strong', {text: column.written(value)}), make('span', {class: 'then', text: `, median ${column.written(median)}`})))),
  strange.length > MOST_TOLD ? make('p', {class: 'note', text: `and ${format.count(strange.length - MOST_TOLD)} more, marked in the table`}) : null);
}

function showNotice(failure) {
  const unknown = board.read ? unknownStores(board.read) : new Set();
  const lines = failure ? [failure.message, board.readMillis ? 'What you see was read before. Trying again …' : 'Trying again …']
    : [...board.read.chain.errors, ...(board.read.missing ? [`Engaged shares are missing: ${board.read.missing}`] : []), ...(unknown.size > 0
      ? [`${format.count(unknown.size)} ${unknown.size === 1 ? 'store has' : 'stores have'} figures of these days but no pack here, and ${unknown.size === 1 ? 'is' : 'are'} not shown.`] : [])];
  byId('notice').hidden = lines.length === 0;
  byId('notice').classList.toggle('bad', failure !== null);
  fill(byId('notice'), ...lines.map(text => make('p', {text})));
}

/** Shows what was chosen, without asking again. */
function choose(news) {
  Object.assign(choice, news);
  show();
}

function chooseRange(range) {
  choice.range = range;
  showRange();
  writeAddress(choice, DEFAULTS);
  refresh({replacing: true});
}

function showRange() {
  const named = !DATE.test(choice.range);
  for (const input of document.querySelectorAll('input[name="range"]')) input.checked = input.value === (named ? choice.range : 'day');
  byId('day-choice').hidden = named;
  if (!named) byId('day').value = choice.range;
}

byId('choices').addEventListener('submit', event => event.preventDefault());
byId('ranges').addEventListener('change', event => chooseRange(event.target.value === 'day' ? byId('day').value || 'today' : event.target.value));
byId('day').addEventListener('change', event => { if (DATE.test(event.target.value)) chooseRange(event.target.value); });
byId('find').addEventListener('input', event => choose({find: event.target.value, page: '1'}));
byId('only').addEventListener('change', event => choose({only: event.target.checked ? 'outliers' : '', page: '1'}));
byId('find').value = choice.find;
byId('only').checked = choice.only === 'outliers';
showRange();
connectTheme(show);
connectSaving(() => board.shown);
refresh();
