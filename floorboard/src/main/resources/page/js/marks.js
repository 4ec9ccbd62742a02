// Marks beside figures: whether they may still change and whether every sensor was heard.
import {fill, make} from './dom.js';
import {share} from './format.js';

const PROVISIONAL = 0;
const CORRECTED = 2;
// what is shown where a little is missing, however little: never 100 %
const ALMOST_ALL = 0.99;

/** Whether any of the points may still change. */
export const isProvisional = points => points.some(point => point.status === PROVISIONAL);

/** The smallest completeness of the points; 1 where none says. */
export const completeness = points =>
  points.reduce((least, point) => Math.min(least, point.completeness ?? 1), 1);

/** Fills the marks of a card from the points that it shows. */
export function mark(element, points) {
  const heard = completeness(points);
  fill(element,
    isProvisional(points)
      ? make('span', {class: 'mark', title: 'These figures may still change.', text: 'provisional'}) : null,
    points.some(point => point.status === CORRECTED)
      ? make('span', {class: 'mark', title: 'Computed again with events that came late.', text: 'corrected'}) : null,
    heard < 1
      ? make('span', {class: 'mark warn', data: {completeness: heard},
        title: 'The share of the time during which every sensor that feeds this was heard.',
        text: `sensors heard ${share(Math.min(heard, ALMOST_ALL), 1)}`}) : null);
}
