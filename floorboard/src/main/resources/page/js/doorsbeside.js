// Entries and people inside of two days, quarter hour beside quarter hour of the same wall clock.
import {chart, tooltip} from './charts.js';
import {fill, table} from './dom.js';
import {count, minutesOfDay} from './format.js';
import {colour} from './themes.js';

const DAY_MINUTES = 1440;

export function besideOther(element, list, height, {quarters, others, startMillis, otherStartMillis, names, store}) {
  const mine = byMinutes(quarters, startMillis, store.timezone);
  const theirs = byMinutes(others, otherStartMillis, store.timezone);
  const first = minutesOfDay(startMillis, store.timezone);
  const rows = [...new Set([...mine.keys(), ...theirs.keys()])].sort((a, b) => a - b)
    .map(minutes => ({at: clock(first + minutes), mine: mine.get(minutes), theirs: theirs.get(minutes)}));
  const total = (of, field) => rows.reduce((sum, row) => sum + (row[of]?.[field] ?? 0), 0);
  chart(element, height, `Entries by quarter hour: ${count(total('mine', 'in'))} in on ${names.shown}, ${count(total('theirs', 'in'))} on ${
    names.other}. The table below has every quarter hour.`, option(rows, names));
  const cell = (quarter, field) => ({text: count(quarter?.[field]), value: quarter?.[field] ?? ''});
  const pair = field => row => [cell(row.mine, field), cell(row.theirs, field)];
  const heads = ['Entries', 'Exits', 'Most inside'].flatMap(head => [`${head}, ${names.shown}`, names.other]);
  fill(list, table('Entries and exits by quarter hour of two days', ['From', ...heads, 'Provisional'], rows.map(row => [
    row.at, ...pair('in')(row), ...pair('out')(row), ...pair('most')(row), row.mine?.provisional || row.theirs?.provisional ? 'yes' : 'no'])));
}

const clock = minutes => `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Quarters by how far the wall clock has gone on since the day began; those of an hour that the clocks repeat are added up. */
function byMinutes(quarters, startMillis, zone) {
  const found = new Map();
  for (const quarter of quarters) {
    const minutes = (minutesOfDay(quarter.millis, zone) - minutesOfDay(startMillis, zone) + DAY_MINUTES) % DAY_MINUTES;
    const before = found.get(minutes);
    found.set(minutes, before ? {...quarter, in: before.in + quarter.in, out: before.out + quarter.out, most: Math.max(before.most, quarter.most)} : quarter);
  }
  return found;
}

function option(rows, names) {
  const [entries, inside, muted, line] = ['--entries', '--inside', '--muted', '--line'].map(colour);
  const labels = rows.map(row => row.at);
  const axis = grid => ({type: 'category', data: labels, gridIndex: grid, axisTick: {show: false}, axisLine: {lineStyle: {color: line}},
    axisLabel: {show: grid === 1, color: muted, interval: (_, label) => label.endsWith(':00'), hideOverlap: true}});
  const values = grid => ({type: 'value', gridIndex: grid, splitNumber: grid === 0 ? 4 : 2, minInterval: 1,
    axisLabel: {color: muted, formatter: count}, splitLine: {lineStyle: {color: line}}});
  const series = (what, of, field, grid, paint) => ({
    name: `${what}, ${names[of === 'mine' ? 'shown' : 'other']}`, type: 'line', step: 'middle', symbol: 'none', xAxisIndex: grid, yAxisIndex: grid, color: paint,
    lineStyle: {width: of === 'mine' ? 2 : 1.5, type: of === 'mine' ? 'solid' : [4, 3]}, data: rows.map(row => row[of]?.[field] ?? null)});
  const words = ({at, mine, theirs}) => `from ${at}\n${names.shown}: ${count(mine?.in)} in, ${count(mine?.out)} out, at most ${count(mine?.most)} inside\n${
    names.other}: ${count(theirs?.in)} in, ${count(theirs?.out)} out, at most ${count(theirs?.most)} inside`;
  return {
    grid: [{left: 44, right: 16, top: 48, height: 118}, {left: 44, right: 16, top: 196, height: 64}],
    legend: {top: 0, left: 0, itemWidth: 18, itemHeight: 8, textStyle: {color: muted, fontSize: 11}},
    axisPointer: {link: [{xAxisIndex: 'all'}]},
    tooltip: {...tooltip(items => words(rows[items[0].dataIndex])), trigger: 'axis', axisPointer: {type: 'line'}},
    xAxis: [axis(0), axis(1)],
    yAxis: [values(0), values(1)],
    series: [series('Entries', 'mine', 'in', 0, entries), series('Entries', 'theirs', 'in', 0, entries),
      series('Most inside', 'mine', 'most', 1, inside), series('Most inside', 'theirs', 'most', 1, inside)],
  };
}
