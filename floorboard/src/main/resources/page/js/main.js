// The page: what is chosen, what is read for it, and what is shown of that, brought together.
import {newBoard} from './board.js';
import {connect, fromAddress, showChoices, toAddress} from './choices.js';
import {loadCharts} from './charts.js';
import {readComparison} from './comparing.js';
import {readDetails} from './details.js';
import {byId, fill} from './dom.js';
import {dateOf} from './format.js';
import {hideAbsence, isEmpty, showAbsence, showFailure, showFreshness} from './notices.js';
import {connectPlayer} from './player.js';
import {latestDate, read, readStores} from './reading.js';
import {refreshing} from './refreshing.js';
import {connectSaving} from './saving/store.js';
import {sections} from './sections.js';
import {connectTheme} from './themes.js';

/** What of the choices needs nothing else to be read. */
const ONLY_SHOWN = ['heat', 'diff', 'funnel', 'way', 'least', 'ways'];

const board = newBoard(fromAddress());
const {show} = sections(board, lookClosely);
const refresh = refreshing(board, readAndShow, failure => {
  showFailure(board, failure);
  showFreshness(board);
});
const player = connectPlayer(board, show, failure => showFailure(board, failure));
let looking = new AbortController();

async function readAndShow(everything, signal) {
  if (board.stores.length === 0) {
    await readStores(board);
    settle();
  }
  await read(board, {everything, signal, came: show, first: painted, others: [readComparison, readDetails]});
  if (isEmpty(board)) showAbsence(board, await latestDate(board, dateOf, signal), go);
  else hideAbsence();
  player.follow();
}

/** Reads what the chosen zones need, and nothing else. */
async function lookClosely() {
  looking.abort();
  looking = new AbortController();
  const {signal} = looking;
  try {
    await readDetails(board, {whole: false, signal, came: show});
  } catch (failure) {
    if (!signal.aborted) showFailure(board, failure);
  }
}

function settle() {
  board.settle();
  showChoices(board.choice, board.stores, board.store);
  showChainLink(board);
  toAddress(board.choice);
}

/** The way to all stores, on the same day. */
function showChainLink({stores, isLive, choice}) {
  byId('all-stores').hidden = stores.length < 2;
  byId('all-stores').href = `/chain.html?${new URLSearchParams({range: isLive ? 'today' : choice.range.slice(0, 10)})}`;
}

function changed(what) {
  if (board.store === null) return;
  settle();
  if (ONLY_SHOWN.includes(what)) {
    show(what);
    if (what === 'heat') player.again();
  } else if (what === 'beside') lookClosely();
  else if (what === 'against') {
    board.comparison = null;
    show('comparison');
    refresh();
  } else {
    looking.abort();
    player.shut();
    board.forget();
    fill(byId('sensors'));
    refresh({replacing: true});
  }
}

function go(date) {
  board.choice.range = date;
  changed('range');
}

/** Says when the plan and the heat map are first to be seen, for who measures it, and only then loads the charts. */
function painted() {
  const root = document.documentElement;
  if (root.dataset.painted) return;
  requestAnimationFrame(() => {
    root.dataset.painted = Math.round(performance.now());
    performance.mark('footfall-painted');
    setTimeout(() => loadCharts().then(() => show('charts')), 0);
  });
}

connect(board.choice, changed);
connectTheme(() => show('colours'));
connectSaving(board);
refresh();
