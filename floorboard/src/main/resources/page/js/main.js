// The page: reads what is chosen, asks for the figures, shows them, and asks again.
import * as api from './api.js';
import {connect, fromAddress, showChoices, toAddress} from './choices.js';
import {loadCharts, recolour} from './charts.js';
import {showDoors} from './doors.js';
import {byId, fill, make} from './dom.js';
import {showFlows} from './flows.js';
import * as format from './format.js';
import {showFunnel} from './funnel.js';
import {mark} from './marks.js';
import {showLegend} from './legend.js';
import {showPaths} from './paths.js';
import {floorPlan} from './plan.js';
import {showSensors} from './sensors.js';
import {showSummary} from './summary.js';
import {connectTheme, isDark} from './themes.js';
import {showZones} from './zones.js';

const LIVE_MILLIS = 5_000;
const CALM_MILLIS = 60_000;
/** How long a person is looked for among the newest points of zone_now, which come each second. */
const NOW_MILLIS = 60_000;
/** device_health has a point a minute of the store's clock. */
const DEVICES_MILLIS = 600_000;

const choice = fromAddress();
const page = {stores: [], store: null, range: null, plan: null, figures: {}, asked: 0, readMillis: 0};
const plan = floorPlan(byId('plan'), chooseZone);
let asking = new AbortController();
let timer = 0;

function chooseZone(zone) {
  choice.zone = zone ?? '';
  toAddress(choice);
  showPlan();
  showZoneTable();
}

/** From a choice until it is shown, what the page still has of the one before is dimmed; it is hidden when the new one cannot be had. */
function replacing() {
  byId('main').setAttribute('aria-busy', 'true');
}

function settled() {
  byId('main').removeAttribute('aria-busy');
  byId('main').classList.remove('failed');
}

/** Asks for everything that the choice needs, shows it as it comes, and comes back after a while. */
async function refresh(everything) {
  clearTimeout(timer);
  asking.abort();
  asking = new AbortController();
  const {signal} = asking;
  try {
    await read(everything, signal);
    page.readMillis = Date.now();
    settled();
    tell(null);
  } catch (failure) {
    if (signal.aborted) return;
    if (byId('main').hasAttribute('aria-busy')) byId('main').classList.add('failed');
    tell(failure);
  }
  showFreshness();
  timer = setTimeout(() => refresh(Date.now() - page.asked >= CALM_MILLIS), choice.range === 'live' ? LIVE_MILLIS : CALM_MILLIS);
}

async function read(everything, signal) {
  if (page.stores.length === 0) await readStores();
  const store = page.store;
  const name = choice.range;
  const range = await api.range(store.id, name, signal);
  const turned = page.range === null || range.fromMillis !== page.range.fromMillis || range.window !== page.range.window;
  const whole = everything || turned;
  page.range = range;
  showHeading();
  const now = {store: store.id, floor: choice.floor, from: range.nowMillis - NOW_MILLIS, to: range.nowMillis + NOW_MILLIS};
  const day = {store: store.id, from: range.dayStartMillis, to: range.dayEndMillis};
  const window = {store: store.id, floor: choice.floor, window: range.window, from: range.fromMillis, to: range.toMillis};
  const ask = async (name, parameters, show) => {
    page.figures[name] = await api.points(name, parameters, signal);
    show();
  };
  const minutes = {store: store.id, from: range.nowMillis - DEVICES_MILLIS, to: range.nowMillis + NOW_MILLIS};
  const current = isCurrent();
  const asked = [];
  if (whole) {
    page.asked = Date.now();
    // What is seen first is asked for alone: the rest would share its way.
    await Promise.all([
      api.floor(store.id, choice.floor, name, signal).then(drawing => { page.plan = drawing; showPlan(); }),
      store.tracked ? ask('heatmap', window, showPlan) : null]);
    painted();
    asked.push(
      ask('zones', window, () => { showPlan(); showZoneTable(); }),
      ask('visits', window, () => { showTiles(); showPathList(); }),
      ask('funnel', window, showFunnelSteps),
      ask('flows', window, showFlowChart),
      ask('paths', window, showPathList));
    if (current) asked.push(ask('devices', minutes, showSensorLine));
  }
  if (current) asked.push(ask('zone_now', now, () => { showPlan(); showZoneTable(); }), ask('people_now', day, showTiles));
  if (current || whole) {
    asked.push(
      ask('footfall', day, () => { showTiles(); showDoorChart(); }),
      ask('occupancy', day, () => { showTiles(); showDoorChart(); }));
  }
  await Promise.all(asked);
  await showAbsence(signal);
}

async function readStores() {
  const answer = await api.stores();
  if (answer.stores.length === 0) {
    throw new Error(`There is no store to show. ${answer.errors.join(' ')}`);
  }
  page.stores = answer.stores;
  page.errors = answer.errors;
  choose();
}

/** Settles on a store, floor and funnel that there are. */
function choose() {
  page.store = page.stores.find(({id}) => id === choice.store) ?? page.stores[0];
  const store = page.store;
  choice.store = store.id;
  if (!store.floors.some(({id}) => id === choice.floor)) choice.floor = store.floors[0].id;
  if (!store.funnels.some(({id}) => id === choice.funnel)) choice.funnel = store.funnels[0]?.id ?? '';
  showChoices(choice, page.stores, store);
  toAddress(choice);
}

function changed(what) {
  if (page.store === null) return;
  choose();
  if (what === 'heat') showPlan();
  else if (what === 'funnel') showFunnelSteps();
  else {
    page.figures = {};
    page.range = page.plan = null;
    fill(byId('sensors'));
    replacing();
    refresh(true);
  }
}

/** Whether what is shown goes on just now. */
const isCurrent = () => page.range !== null && page.range.date === page.range.today;

const points = name => page.figures[name] ?? [];

function showHeading() {
  const {store, range} = page;
  byId('title').textContent = store.name;
  document.title = `${store.name} · Floorboard`;
  byId('day').max = range.today;
  if (!byId('day').value) byId('day').value = range.today;
  byId('subtitle').textContent = range.range === 'live'
    ? `${format.day(range.date)}, live. Heat map, zones, funnel and ways: ${hours(range)}.`
    : `${format.day(range.date)}${range.date === range.today ? ', so far' : ''}`;
}

const hours = range =>
  `${format.time(range.fromMillis, page.store.timezone)} to ${format.time(range.toMillis, page.store.timezone)}`;

function showPlan() {
  if (!page.plan) return;
  const people = new Map(points('zone_now').map(point => [point.zone, point]));
  const figures = new Map(points('zones').map(point => [point.zone, point]));
  plan.show({plan: page.plan, points: points('heatmap'), field: choice.heat, people, figures, dark: isDark(), zone: choice.zone || null});
  mark(byId('plan-marks'), points('heatmap'));
  showLegend(byId('legend'), byId('plan-note'), {
    store: page.store, plan: page.plan, points: points('heatmap'), field: choice.heat, scale: plan.scale, read: 'heatmap' in page.figures});
  byId('heats').hidden = !page.store.tracked;
}

const showTiles = () => showSummary(byId('summary'), page.figures, choice.range === 'live', isCurrent());

function showZoneTable() {
  if (!page.plan || !('zones' in page.figures)) return;
  mark(byId('zones-marks'), points('zones'));
  showZones(byId('zones'), byId('zones-note'), {
    zones: page.plan.zones, points: points('zones'), now: points('zone_now'), live: isCurrent(),
    sort: choice.sort, chosen: choice.zone,
    sorted: sort => { choice.sort = sort; toAddress(choice); showZoneTable(); },
    choose: zone => chooseZone(zone === choice.zone ? null : zone)});
}

function showFunnelSteps() {
  const funnel = page.store.funnels.find(({id}) => id === choice.funnel);
  const steps = points('funnel').filter(point => point.funnel === choice.funnel);
  mark(byId('funnel-marks'), steps);
  if ('funnel' in page.figures) showFunnel(byId('funnel-body'), funnel, steps, page.store.zones);
}

function showDoorChart() {
  if (!('footfall' in page.figures) || !('occupancy' in page.figures)) return;
  mark(byId('doors-marks'), [...points('footfall'), ...points('occupancy')]);
  showDoors(byId('doors'), byId('doors-note'), byId('doors-table'), points('footfall'), points('occupancy'), page.range, page.store);
}

function showFlowChart() {
  mark(byId('flows-marks'), points('flows'));
  showFlows(byId('flows'), byId('flows-note'), byId('flows-table'), points('flows'), page.store.zones);
}

function showPathList() {
  if (!('paths' in page.figures) || !('visits' in page.figures)) return;
  mark(byId('paths-marks'), points('paths'));
  showPaths(byId('paths'), points('paths'), points('visits')[0]?.visits ?? 0, page.store.zones);
}

const showSensorLine = () => showSensors(byId('sensors'), points('devices'), page.store.timezone);

/** Says when the plan and the heat map are first to be seen, for who measures it, and only then loads the charts. */
function painted() {
  const root = document.documentElement;
  if (root.dataset.painted) return;
  requestAnimationFrame(() => {
    root.dataset.painted = Math.round(performance.now());
    performance.mark('footfall-painted');
    setTimeout(() => loadCharts().then(() => { showDoorChart(); if ('flows' in page.figures) showFlowChart(); }), 0);
  });
}

/** A day without figures says so, and where there are some. */
async function showAbsence(signal) {
  const some = ['heatmap', 'zones', 'visits', 'footfall', 'occupancy'].some(name => points(name).length > 0);
  if (some) {
    fill(byId('absence'));
    byId('absence').hidden = true;
    return;
  }
  const latest = await api.points('latest', {store: page.store.id}, signal);
  const last = Math.max(...latest.map(point => point.time));
  const date = Number.isFinite(last) ? format.dateOf(last, page.store.timezone) : null;
  byId('absence').hidden = false;
  byId('absence').replaceChildren(
    make('p', {text: page.range.date === page.range.today ? 'Nothing has been recorded here today yet.'
      : `Nothing has been recorded here on ${format.day(page.range.date)}.`}),
    ...(date && date !== page.range.date ? [make('button', {type: 'button', text: `Show ${format.day(date)}, the latest day with figures`,
      onclick: () => { choice.range = date; changed('range'); }})] : []));
}

function tell(failure) {
  const notice = byId('notice');
  const lines = failure ? [failure.message, page.readMillis && !byId('main').classList.contains('failed') ? 'What you see was read before. Trying again …' : 'Trying again …'] : page.errors ?? [];
  notice.hidden = lines.length === 0;
  notice.classList.toggle('bad', failure !== null);
  fill(notice, ...lines.map(text => make('p', {text})));
}

function showFreshness() {
  if (!page.range || !page.readMillis) return;
  const every = choice.range === 'live' ? 'every 5 seconds' : 'every minute';
  fill(byId('freshness'), make('span', {class: choice.range === 'live' ? 'dot live' : 'dot', 'aria-hidden': 'true'}),
    `read at ${format.clock(page.readMillis, page.store.timezone)}, ${every}`);
  const definitions = [...new Set(['zones', 'visits', 'funnel', 'footfall', 'occupancy']
    .flatMap(name => points(name)).map(point => point.definitions).filter(Boolean))];
  byId('definitions').textContent = definitions.length ? `Definitions ${definitions.join(', ')}` : '';
}

connect(choice, changed);
connectTheme(() => { showPlan(); recolour(); showDoorChart(); if ('flows' in page.figures) showFlowChart(); });
document.addEventListener('visibilitychange', () => {
  if (document.hidden) clearTimeout(timer);
  else refresh(true);
});
refresh(true);
