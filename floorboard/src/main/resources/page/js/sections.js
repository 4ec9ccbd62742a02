// What is shown where: each section of the page, and what it is drawn from.
import {arrows, onFloor} from './arrows.js';
import {toAddress} from './choices.js';
import {recolour} from './charts.js';
import {names, redrawn, sameGrid, sentences, shownPoints} from './comparing.js';
import {showDetails} from './detail.js';
import {differenceLayer} from './differences.js';
import {showDoors} from './doors.js';
import {byId, fill, make} from './dom.js';
import {filtered, nameOf, showFlows} from './flows.js';
import * as format from './format.js';
import {showFunnel} from './funnel.js';
import {mark} from './marks.js';
import {showDifferenceLegend, showLegend, showPlayedLegend} from './legend.js';
import {showPaths} from './paths.js';
import {floorPlan} from './plan.js';
import {showSensors} from './sensors.js';
import {showSummary} from './summary.js';
import {isDark} from './themes.js';
import {comparedTiles} from './tiles.js';
import {showZones} from './zones.js';

/**
 * The sections of a board.
 *
 * @param zoneChosen called when another zone was chosen

 * @return `show(name)` draws every section that has to do with what that is the name of: a query, `range`, `plan`, or a choice
 */
export function sections(board, zoneChosen) {
  const {choice} = board;
  const plan = floorPlan(byId('plan'), chooseZone);

  function chooseZone(zone) {
    choice.zone = zone ?? '';
    if (choice.zone === '' || choice.zone === choice.beside) choice.beside = '';
    toAddress(choice);
    show('zone');
    zoneChosen();
  }

  function heading() {
    const {store, range} = board;
    byId('title').textContent = store.name;
    document.title = `${store.name} · Floorboard`;
    byId('day').max = byId('other-day').max = range.today;
    if (!byId('day').value) byId('day').value = range.today;
    byId('subtitle').textContent = range.window === '1h'
      ? `${format.day(range.date)}${board.isLive ? ', live' : ''}. Heat map, zones, funnel and ways: ${format.span(range, store.timezone)}.`
      : `${format.day(range.date)}${board.isCurrent ? ', so far' : ''}`;
  }

  function floor() {
    if (!board.plan) return;
    const points = board.points('heatmap');
    const byZone = name => new Map(board.points(name).map(point => [point.zone, point]));
    const {player} = board;
    const layer = player ? null : differences();
    const ways = choice.ways === 'plan' ? onFloor(filtered(board.points('flows'), onlyWays()), board.plan.zones) : [];
    plan.show({plan: board.plan, points, field: choice.heat, people: player ? new Map() : byZone('zone_now'), figures: byZone('zones'), dark: isDark(),
      zone: choice.zone || null, layer, painter: player?.painter ?? null, over: view => arrows(ways, view)});
    mark(byId('plan-marks'), layer ? [...layer.shown.heat, ...layer.other.heat] : points);
    if (player) showPlayedLegend(byId('legend'), byId('plan-note'), player.field, player.scale, board.plan);
    else if (layer) showDifferenceLegend(byId('legend'), byId('plan-note'), layer);
    else showLegend(byId('legend'), byId('plan-note'), {
      store: board.store, plan: board.plan, points, field: choice.heat, scale: plan.scale, read: board.has('heatmap')});
    byId('heats').hidden = byId('play').hidden = !board.store.tracked;
    byId('diffs').hidden = !board.comparison || Boolean(player) || !board.store.tracked || choice.heat === 'off';
    byId('compared').hidden = !board.comparison;
    fill(byId('compared'), board.comparison ? sentences(board).join(' ') : null);
  }

  /** The two heat maps as one of differences; null where none are compared. */
  function differences() {
    const {comparison, store} = board;
    if (!comparison || !store.tracked || choice.heat === 'off') return null;
    const comparable = sameGrid(comparison, board.plan) && (comparison.pair.whole || choice.heat === 'seconds');
    const of = (heat, visits) => ({heat: comparable ? heat : [], visits: visits[0]?.visits ?? 0});
    const parts = {
      plan: board.plan, field: choice.heat, perVisit: choice.diff === 'visit', dark: isDark(), names: names(comparison, store.timezone),
      shown: of(shownPoints(board, 'heatmap'), shownPoints(board, 'visits')),
      other: of(comparison.other.heatmap, comparison.other.visits)};
    const layer = differenceLayer(parts);
    const said = !sameGrid(comparison, board.plan) ? 'No differences here: on that day the squares of this floor were others.'
      : !comparable ? 'No differences here: how many visitors a part of a day had is not the sum of its quarter hours. Time spent can be compared.'
      : layer.cells.length === 0 && !comparison.pair.whole && board.points('heatmap').length > 0 ? 'No differences: there is no heat map of quarter hours here.'
      : layer.cells.length === 0 ? 'No differences: nobody was seen on this floor, or no visit ended to divide by.'
      : `${format.count(layer.cells.length)} squares were walked on in one or both.`;
    return {...parts, ...layer, layer, said};
  }

  const tiles = () => showSummary(byId('summary'), board.figures, board.isLive ? ' today' : board.isMoment ? ' that day' : '', board.isCurrent, board.store.capacity,
    board.comparison ? comparedTiles(board) : null);

  function zoneTable() {
    if (!board.plan || !board.has('zones')) return;
    const {comparison} = board;
    const points = comparison ? shownPoints(board, 'zones') : board.points('zones');
    const unlike = comparison ? new Set(redrawn(comparison, board.plan).map(({id}) => id)) : null;
    mark(byId('zones-marks'), comparison ? [...points, ...comparison.other.zones] : points);
    showZones(byId('zones'), byId('zones-note'), {
      zones: board.plan.zones, points, comparison: comparison && {
        names: names(comparison, board.store.timezone), whole: comparison.pair.whole,
        points: comparison.other.zones.filter(({zone}) => !unlike.has(zone))},
      now: board.points('zone_now'), live: board.isCurrent,
      sort: choice.sort, chosen: choice.zone,
      sorted: sort => { choice.sort = sort; toAddress(choice); zoneTable(); },
      choose: zone => chooseZone(zone === choice.zone ? null : zone)});
  }

  function funnelSteps() {
    const funnel = board.store.funnels.find(({id}) => id === choice.funnel);
    const steps = board.points('funnel').filter(point => point.funnel === choice.funnel);
    mark(byId('funnel-marks'), steps);
    if (board.has('funnel')) showFunnel(byId('funnel-body'), funnel, steps, board.store.zones);
  }

  function doorChart() {
    if (!board.has('footfall', 'occupancy')) return;
    const [footfall, occupancy] = ['footfall', 'occupancy'].map(name => board.points(name));
    mark(byId('doors-marks'), [...footfall, ...occupancy]);
    showDoors(byId('doors'), byId('doors-note'), byId('doors-table'), footfall, occupancy, board.range, board.store, otherDay());
  }

  function otherDay() {
    const {comparison} = board;
    if (!comparison) return null;
    const {footfall, occupancy} = comparison.other;
    return {footfall, occupancy, dayStartMillis: comparison.days.other.dayStartMillis, names: names({pair: {
      shown: {date: board.range.date}, other: {date: comparison.days.other.date}}}, board.store.timezone)};
  }

  function flowChart() {
    if (!board.has('flows')) return;
    const flows = board.points('flows');
    const {zones} = board.store;
    mark(byId('flows-marks'), flows);
    const ends = [...new Set([choice.way, ...flows.flatMap(flow => [flow.source, flow.target])])].filter(Boolean)
      .sort((a, b) => nameOf(a, zones).localeCompare(nameOf(b, zones)));
    fill(byId('way'), make('option', {value: '', text: 'all zones'}), ...ends.map(id => make('option', {value: id, text: nameOf(id, zones)})));
    byId('way').value = choice.way;
    showFlows(byId('flows'), byId('flows-note'), byId('flows-table'), flows, zones, onlyWays());
  }

  const onlyWays = () => ({way: choice.way, least: Number(choice.least)});

  function zoneDetails() {
    const {details, plan: drawn, store, range} = board;
    byId('detail').hidden = details.length === 0;
    if (details.length === 0 || !drawn) return;
    byId('detail-title').textContent = details.map(({zone}) => zone.name).join(' beside ');
    mark(byId('detail-marks'), details.flatMap(({point}) => point ?? []));
    const others = drawn.zones.filter(({id}) => id !== details[0].zone.id).sort((a, b) => a.name.localeCompare(b.name));
    fill(byId('beside'), make('option', {value: '', text: 'no other'}), ...others.map(({id, name}) => make('option', {value: id, text: name})));
    byId('beside').value = choice.beside;
    showDetails(byId('detail-body'), {details, flows: board.points('flows'), range, store});
  }

  byId('detail-close').addEventListener('click', () => {
    const zone = choice.zone;
    chooseZone(null);
    document.querySelector(`#zones [data-focus="zone ${CSS.escape(zone)}"]`)?.focus();
  });

  function pathList() {
    if (!board.has('paths', 'visits')) return;
    mark(byId('paths-marks'), board.points('paths'));
    showPaths(byId('paths'), board.points('paths'), board.points('visits')[0]?.visits ?? 0, board.store.zones);
  }

  const sensorLine = () => showSensors(byId('sensors'), board.points('devices'), board.store.timezone);

  /** Each with the names of what it is drawn from. */
  const all = [
    [heading, 'range'],
    [floor, 'plan', 'heatmap', 'zones', 'zone_now', 'visits', 'comparison', 'heat', 'diff', 'zone', 'flows', 'way', 'least', 'ways', 'player',
      'colours'],
    [tiles, 'visits', 'people_now', 'footfall', 'occupancy', 'comparison'],
    [zoneTable, 'zones', 'zone_now', 'comparison', 'zone'],
    [funnelSteps, 'funnel'],
    [doorChart, 'footfall', 'occupancy', 'comparison', 'colours', 'charts'],
    [flowChart, 'flows', 'way', 'least', 'colours', 'charts'],
    [zoneDetails, 'details', 'flows'],
    [pathList, 'paths', 'visits'],
    [sensorLine, 'devices'],
  ];

  function show(name) {
    if (name === 'colours') {
      recolour();
      board.player?.recolour(isDark());
    }
    for (const [draw, ...names] of all) {
      if (names.includes(name)) draw();
    }
  }

  return {show};
}
