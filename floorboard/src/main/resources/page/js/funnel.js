// A funnel: how many visits reach each step, how many are lost before it, how long it takes.
import {fill, make} from './dom.js';
import {count, duration, limit, share} from './format.js';

export function showFunnel(element, funnel, points, zones) {
  if (!funnel) {
    fill(element, make('p', {class: 'note', text: 'This store has no funnel: store.yaml can define some.'}));
    return;
  }
  if (points.length === 0) {
    fill(element, make('p', {class: 'note', text: 'No visit ended in this time.'}));
    return;
  }
  const byStep = new Map(points.map(point => [point.step, point]));
  const steps = funnel.steps.map(step => ({...step, point: byStep.get(step.label)}));
  const entered = steps[0].point?.entered ?? 0;
  const list = make('ol', {class: points.some(point => point.status === 0) ? 'funnel provisional' : 'funnel'},
    ...steps.map((step, index) => item(step, index, steps, entered, zones)));
  const last = steps.at(-1).point?.visits ?? 0;
  fill(element, list, make('p', {class: 'note', text: `${share(last, entered)} of the ${count(entered)} visits that began it went all the way`
    + `${funnel.withinMillis > 0 ? `, within ${limit(funnel.withinMillis)}` : ''}.`}));
  for (const bar of element.querySelectorAll('.step-bar')) bar.style.width = `${100 * Number(bar.dataset.part)}%`;
}

function item(step, index, steps, entered, zones) {
  const visits = step.point?.visits ?? 0;
  const before = index === 0 ? visits : steps[index - 1].point?.visits ?? 0;
  return make('li', {data: {step: step.label, value: visits}},
    index === 0 ? null : make('p', {class: 'drop', data: {value: before - visits}},
      make('span', {text: before > 0 ? `−${count(before - visits)} (${share(before - visits, before)}) did not go on` : 'nobody came this far'}),
      step.point?.step_ms_p50 === null || step.point?.step_ms_p50 === undefined ? null
        : make('span', {text: `median ${duration(step.point.step_ms_p50)}`})),
    make('p', {class: 'step'}, make('span', {class: 'step-name', text: nameOf(step, zones)}),
      make('span', {class: 'step-count'}, make('strong', {text: count(visits)}), ` ${share(visits, entered)}`)),
    make('div', {class: 'step-track', 'aria-hidden': 'true'}, make('div', {class: 'step-bar', data: {part: entered > 0 ? visits / entered : 0}})));
}

const EVENTS = {'door:in': 'Came in', receipt: 'Receipt', touchpoint: 'Touchpoint'};

/** The name that store.yaml gives the step; without one, its zones' names. */
function nameOf(step, zones) {
  const own = step.label.replace(/^\d+-/, '');
  if (step.event) return EVENTS[own] ?? own;
  const plain = own === step.zones.join('+');
  const name = plain ? step.zones.map(id => zones[id] ?? id).join(' or ') : own.charAt(0).toUpperCase() + own.slice(1);
  return step.minDwellMillis > 0 ? `${name}, ${limit(step.minDwellMillis)} or longer` : name;
}
