// Entries and exits by quarter hour, and how many were inside.
import {chart, tooltip} from './charts.js';
import {besideOther} from './doorsbeside.js';
import {fill, table} from './dom.js';
import {count, time} from './format.js';
import {colour} from './themes.js';

const QUARTER_MILLIS = 900_000;
const HEIGHT = 290;
const LABEL_PIXELS = 52;

/** @param other null, or the day that it is compared with: {footfall, occupancy, dayStartMillis, names: {shown, other}} */
export function showDoors(element, note, list, footfall, occupancy, range, store, other = null) {
  const quarters = byQuarter(footfall, occupancy);
  const others = other ? byQuarter(other.footfall, other.occupancy) : [];
  if (quarters.length + others.length === 0) {
    element.hidden = list.parentElement.hidden = true;
    fill(list);
    note.textContent = 'No door reported in this time.';
    return;
  }
  element.hidden = list.parentElement.hidden = false;
  if (other) {
    note.textContent = '';
    besideOther(element, list, HEIGHT, {quarters, others, startMillis: range.dayStartMillis, otherStartMillis: other.dayStartMillis, names: other.names, store});
    return;
  }
  const total = field => quarters.reduce((sum, quarter) => sum + quarter[field], 0);
  const busiest = quarters.reduce((most, quarter) => quarter.in > most.in ? quarter : most);
  note.textContent = busiest.in > 0 ? `Most came in from ${at(busiest, store)} on: ${count(busiest.in)} in a quarter of an hour.` : '';
  chart(element, HEIGHT, `Entries and exits by quarter hour: ${count(total('in'))} in, ${count(total('out'))} out. The table below has every quarter hour.`,
    option(quarters, store, element.clientWidth));
  fill(list, table('Entries and exits by quarter hour', ['From', 'Entries', 'Exits', 'Most inside', 'Provisional'], quarters.map(quarter => [
    at(quarter, store), {text: count(quarter.in), value: quarter.in}, {text: count(quarter.out), value: quarter.out},
    {text: count(quarter.most), value: quarter.most}, quarter.provisional ? 'yes' : 'no'])));
}

const at = (quarter, store) => time(quarter.millis, store.timezone);

/** All quarter hours from the first to the last in which somebody came or went; doors are summed. A quarter without a change of people keeps them. */
function byQuarter(footfall, occupancy) {
  const times = [...footfall, ...occupancy].map(point => point.time);
  if (times.length === 0) return [];
  const quarters = new Map();
  for (let millis = Math.min(...times); millis <= Math.max(...times); millis += QUARTER_MILLIS) {
    quarters.set(millis, {millis, in: 0, out: 0, most: null, people: null, provisional: false});
  }
  for (const point of footfall) {
    const quarter = quarters.get(point.time);
    quarter.in += point.in;
    quarter.out += point.out;
    quarter.provisional ||= point.status === 0;
  }
  for (const point of occupancy) {
    Object.assign(quarters.get(point.time), {most: point.people_max, people: point.people});
    quarters.get(point.time).provisional ||= point.status === 0;
  }
  let people = 0;
  for (const quarter of quarters.values()) {
    quarter.most ??= people;
    people = quarter.people ?? people;
  }
  const all = [...quarters.values()];
  const moved = all.map(quarter => quarter.in + quarter.out > 0);
  return moved.includes(true) ? all.slice(moved.indexOf(true), moved.lastIndexOf(true) + 1) : all;
}

function option(quarters, store, width) {
  const [entries, exits, inside, muted, line] = ['--entries', '--exits', '--inside', '--muted', '--line'].map(colour);
  const hours = [1, 2, 3, 4, 6].find(step => quarters.length / 4 / step * LABEL_PIXELS < width - 60) ?? 12;
  const labels = quarters.map(quarter => at(quarter, store));
  const bar = (name, field, sign, paint) => ({
    name, type: 'bar', stack: 'doors', barCategoryGap: '22%', color: paint,
    data: quarters.map(quarter => ({value: sign * quarter[field],
      itemStyle: quarter.provisional ? {opacity: 0.45, borderColor: paint, borderWidth: 1, borderType: 'dashed'} : {}}))});
  const axis = grid => ({type: 'category', data: labels, gridIndex: grid, axisTick: {show: false}, axisLine: {lineStyle: {color: line}},
    axisLabel: {show: grid === 1, color: muted, interval: (_, label) => label.endsWith(':00') && Number(label.slice(0, 2)) % hours === 0, hideOverlap: true}});
  const values = (grid, name) => ({type: 'value', gridIndex: grid, name, nameTextStyle: {color: muted, align: 'left'}, nameGap: 8, splitNumber: grid === 0 ? 4 : 2, minInterval: 1,
    axisLabel: {color: muted, formatter: value => count(Math.abs(value))}, splitLine: {lineStyle: {color: line}}});
  return {
    grid: [{left: 44, right: 16, top: 34, height: 132}, {left: 44, right: 16, top: 196, height: 64}],
    legend: {top: 0, right: 0, itemWidth: 12, itemHeight: 8, textStyle: {color: muted}, data: ['Entries', 'Exits', 'Most inside']},
    axisPointer: {link: [{xAxisIndex: 'all'}]},
    tooltip: {...tooltip(items => words(quarters[items[0].dataIndex], store)), trigger: 'axis', axisPointer: {type: 'shadow'}},
    xAxis: [axis(0), axis(1)],
    yAxis: [values(0, ''), values(1, '')],
    series: [bar('Entries', 'in', 1, entries), bar('Exits', 'out', -1, exits),
      {name: 'Most inside', type: 'line', step: 'middle', symbol: 'none', xAxisIndex: 1, yAxisIndex: 1, color: inside,
        lineStyle: {width: 1.5}, areaStyle: {opacity: 0.15}, data: quarters.map(quarter => quarter.most)}],
  };
}

const words = (quarter, store) => `${at(quarter, store)} to ${time(quarter.millis + QUARTER_MILLIS, store.timezone)}`
  + `${quarter.provisional ? ' (provisional)' : ''}\n${count(quarter.in)} in, ${count(quarter.out)} out\nat most ${count(quarter.most)} inside`;
