// What the page says about itself: what went wrong, that there is nothing, how fresh it is.
import {byId, fill, make} from './dom.js';
import * as format from './format.js';

/** Says what went wrong; without a failure, which stores cannot be used. */
export function showFailure(board, failure) {
  const notice = byId('notice');
  const stillThere = board.readMillis && !byId('main').classList.contains('failed');
  const lines = failure ? [failure.message, stillThere ? 'What you see was read before. Trying again …' : 'Trying again …'] : board.errors;
  notice.hidden = lines.length === 0;
  notice.classList.toggle('bad', failure !== null);
  fill(notice, ...lines.map(text => make('p', {text})));
}

export function showFreshness(board) {
  if (!board.range || !board.readMillis) return;
  const every = board.isLive ? 'every 5 seconds' : 'every minute';
  fill(byId('freshness'), make('span', {class: board.isLive ? 'dot live' : 'dot', 'aria-hidden': 'true'}),
    `read at ${format.clock(board.readMillis, board.store.timezone)}, ${every}`);
  const definitions = [...new Set(['zones', 'visits', 'funnel', 'footfall', 'occupancy']
    .flatMap(name => board.points(name)).map(point => point.definitions).filter(Boolean))];
  byId('definitions').textContent = definitions.length ? `Definitions ${definitions.join(', ')}` : '';
}

/** Whether the range has any figures. */
export const isEmpty = board => ['heatmap', 'zones', 'visits', 'footfall', 'occupancy'].every(name => board.points(name).length === 0);

export function hideAbsence() {
  fill(byId('absence'));
  byId('absence').hidden = true;
}

/** A day without figures says so, and where there are some: `date`, or null; `go` leads there. */
export function showAbsence(board, date, go) {
  byId('absence').hidden = false;
  byId('absence').replaceChildren(
    make('p', {text: board.isCurrent ? 'Nothing has been recorded here today yet.'
      : `Nothing has been recorded here on ${format.day(board.range.date)}.`}),
    ...(date && date !== board.range.date ? [make('button', {type: 'button', text: `Show ${format.day(date)}, the latest day with figures`,
      onclick: () => go(date)})] : []));
}
