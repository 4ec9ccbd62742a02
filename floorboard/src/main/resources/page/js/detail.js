// A zone closely, or two side by side: stays by how long they were, ways in and out, and the day by quarter hour.
import {fill, make, svg, table} from './dom.js';
import {nameOf} from './flows.js';
import {count, duration, share, time} from './format.js';

const QUARTER_MILLIS = 900_000;
const MOST_WAYS = 6;
const COURSE = {width: 480, height: 64};

/** Upper ends of the histogram's bars, in seconds. */
const ENDS = [5, 10, 15, 30, 60, 120, 300, 600, Infinity];

/**
 * @param details each {zone, point, course}
 * @param flows ways between zones in the same window
 * @param range whose window the figures are of, and whose day the course
 */
export function showDetails(element, {details, flows, range, store}) {
  const most = Math.max(...details.map(({point}) => Math.max(0, ...bars(point).map(bar => bar.part))));
  const busiest = Math.max(0, ...details.flatMap(({course}) => course.map(quarter => quarter.visits)));
  const open = [...element.querySelectorAll('details')].map(part => part.open);
  fill(element, ...details.map(detail => make('article', {class: 'zone-detail', data: {zone: detail.zone.id}},
    make('h3', {text: detail.zone.name}),
    figures(detail),
    ...(detail.point ? [engagement(detail.point), histogram(detail, most)] : []),
    ways(detail.zone, flows, store.zones),
    ...course(detail, busiest, range, store.timezone))));
  for (const bar of element.querySelectorAll('[data-part]')) bar.style.width = `${100 * Number(bar.dataset.part)}%`;
  element.querySelectorAll('details').forEach((part, index) => { part.open = open[index] ?? false; });
}

function figures({zone, point}) {
  if (!point) return make('p', {class: 'note', text: 'Nobody was seen here in this time.'});
  const figure = (name, head, value, written) => make('div', {}, make('dt', {text: head}), make('dd', {text: written(value), data: {figure: name, value: value ?? ''}}));
  return make('dl', {class: 'figures'},
    figure('visits', 'Visitors', point.visits, count),
    figure('stays', 'Stays', point.stays, count),
    figure('dwell', 'Median stay', point.dwell_ms_p50, duration),
    figure('dwell90', '9 of 10 stays', point.dwell_ms_p90, duration),
    figure('longest', 'Longest', point.stays > 0 ? point.dwell_ms_max : null, duration),
    figure('seconds', 'Time spent', point.seconds, value => duration(value * 1000)),
    zone.capacity ? figure('capacity', 'Room for', zone.capacity, count) : null,
    point.censored > 0 ? figure('censored', 'Seen in part', point.censored, count) : null);
}

/** How many stays went by, stopped and were engaged; who was engaged stopped as well. */
function engagement(point) {
  const row = (name, head, value) => bar({name, head, value, part: point.stays > 0 ? value / point.stays : 0, most: 1});
  return make('ul', {class: 'levels', 'aria-label': 'Passed, stopped, engaged'},
    row('passes', 'Passed', point.passes), row('stops', 'Stopped', point.stops), row('engaged', 'Engaged', point.engaged));
}

function histogram({point}, most) {
  const all = bars(point);
  if (all.length === 0) return null;
  return make('div', {}, make('h4', {text: 'How long stays were'}),
    make('ul', {class: 'levels', 'aria-label': 'Stays by their length'}, ...all.map(each => bar({...each, most}))));
}

const bar = ({name, head, value, part, most}) => make('li', {data: {bar: name, value}},
  make('span', {class: 'level-name', text: head}),
  make('span', {class: 'level-track', 'aria-hidden': 'true'}, make('span', {class: 'level', data: {part: most > 0 ? part / most : 0}})),
  make('span', {class: 'level-count', text: `${count(value)} · ${share(part, 1)}`}));

/** Each bar has the stays that are longer than the bar before it and no longer than its end. */
function bars(point) {
  if (!point || !(point.stays > 0)) return [];
  const upTo = end => point[end === Infinity ? 'le_inf' : `le_${end}`] ?? 0;
  return ENDS.map((end, index) => {
    const value = upTo(end) - (index === 0 ? 0 : upTo(ENDS[index - 1]));
    const head = index === 0 ? `up to ${words(end)}` : end === Infinity ? `over ${words(ENDS[index - 1])}` : `to ${words(end)}`;
    return {name: end === Infinity ? 'le_inf' : `le_${end}`, head, value, part: value / point.stays};
  });
}

const words = seconds => seconds < 60 ? `${seconds} s` : `${seconds / 60} min`;

function ways(zone, flows, zones) {
  if (!zone.path) return make('p', {class: 'note', text: 'Ways are not told of this zone: its layout leaves it out of paths.'});
  const side = (head, of, other) => {
    const all = flows.filter(flow => flow[of] === zone.id && flow.visits > 0).sort((a, b) => b.visits - a.visits);
    const total = all.reduce((sum, flow) => sum + flow.visits, 0);
    const rest = all.slice(MOST_WAYS).reduce((sum, flow) => sum + flow.visits, 0);
    return make('div', {}, make('h4', {text: head}), total === 0 ? make('p', {class: 'note', text: 'none'}) : make('ul', {class: 'side'},
      ...all.slice(0, MOST_WAYS).map(flow => make('li', {data: {way: flow[other], value: flow.visits}},
        make('span', {text: nameOf(flow[other], zones)}), make('span', {text: `${count(flow.visits)} · ${share(flow.visits, total)}`}))),
      rest > 0 ? make('li', {}, make('span', {text: `${count(all.length - MOST_WAYS)} others`}), make('span', {text: `${count(rest)} · ${share(rest, total)}`})) : null));
  };
  return make('div', {class: 'sides'}, side('They came from', 'target', 'source'), side('They went on to', 'source', 'target'));
}

function course({zone, course}, busiest, range, timezone) {
  if (course.length === 0) return [];
  const from = Math.min(...course.map(quarter => quarter.time));
  const quarters = (Math.max(...course.map(quarter => quarter.time)) - from) / QUARTER_MILLIS + 1;
  const width = COURSE.width / Math.max(quarters, 12);
  const at = quarter => time(quarter.time, timezone);
  const peak = course.reduce((most, quarter) => quarter.visits > most.visits ? quarter : most);
  const rows = [...course].sort((a, b) => a.time - b.time);
  return [
    make('h4', {text: 'Visitors by quarter hour'}),
    svg('svg', {class: 'course', viewBox: `0 0 ${COURSE.width} ${COURSE.height}`, preserveAspectRatio: 'none', role: 'img',
      'aria-label': `Visitors of ${zone.name} by quarter hour: most from ${at(peak)} on, ${count(peak.visits)}. The table below has all.`},
    ...rows.map(quarter => svg('rect', {class: quarter.status === 0 ? 'provisional' : null, x: (quarter.time - from) / QUARTER_MILLIS * width + 0.5,
      y: COURSE.height * (1 - quarter.visits / (busiest || 1)), width: Math.max(width - 1, 0.5), height: COURSE.height * quarter.visits / (busiest || 1)}))),
    make('p', {class: 'note', text: `From ${at(rows[0])} on; most from ${at(peak)} on: ${count(peak.visits)}.`}),
    make('details', {}, make('summary', {text: 'As a table'}), make('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `${zone.name} by quarter hour`},
      table(`${zone.name} by quarter hour`, ['From', 'Visitors', 'Stays', 'Stopped', 'Engaged', 'Time spent'], rows.map(quarter => [
        at(quarter), ...['visits', 'stays', 'stops', 'engaged'].map(field => ({text: count(quarter[field]), value: quarter[field]})),
        {text: duration(quarter.seconds * 1000), value: quarter.seconds}])))),
  ];
}
