// A screen on a store's wall: shows a floor, the next after a while, and goes on whatever fails.
import * as api from '../api.js';
import {byId} from '../dom.js';
import * as format from '../format.js';
import {floorPlan} from '../plan.js';
import {choices, scenes} from './choices.js';
import {showFigures} from './figures.js';
import {readScene} from './reading.js';
import {careForScreen} from './screen.js';

const ROUND_MILLIS = 5_000;
/** An answer that takes longer does not come. */
const PATIENCE_MILLIS = 20_000;
/** Figures older than this are called old. */
const OLD_MILLIS = 30_000;
/** A store from which no device was heard that long has stopped telling. */
const SILENT_MILLIS = 300_000;
/** What is read at 13 pixels at a desk is drawn this much larger for each so many pixels of the screen's height. */
const DESK_PIXELS = 560;

const wanted = choices();
/** `days` {store: the day it had when it was shown last}: stores of two time zones have two. */
const wall = {turns: [], turn: 0, turnedMillis: 0, scene: null, failure: null, days: new Map()};
document.documentElement.dataset.theme = wanted.theme;
const plan = floorPlan(byId('plan'), () => {});

/** Reads the scene whose turn it is; what was shown before stays until then. */
async function round() {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MILLIS);
    if (wall.turns.length === 0) await readTurns(signal);
    if (Date.now() - wall.turnedMillis >= wanted.everyMillis) turn();
    const scene = await readScene(wall.turns[wall.turn], signal);
    const day = wall.days.get(scene.store.id);
    if (day !== undefined && scene.range.today !== day) {
      window.location.reload(); // once a day, with what the server then has
      return;
    }
    wall.days.set(scene.store.id, scene.range.today);
    wall.scene = scene;
    wall.failure = null;
    show();
  } catch (failure) {
    wall.failure = failure.name === 'TimeoutError' ? 'no answer' : failure.message;
  }
  tell();
  document.documentElement.dataset.beat = Date.now();
  setTimeout(round, ROUND_MILLIS);
}

async function readTurns(signal) {
  const answer = await api.stores(signal);
  const turns = scenes(answer.stores, wanted);
  if (turns.length === 0) throw new Error(`There is no store '${wanted.stores.join(', ')}' here.`);
  Object.assign(wall, {turns, turn: 0, turnedMillis: Date.now()});
}

function turn() {
  wall.turn = (wall.turn + 1) % wall.turns.length;
  wall.turnedMillis = Date.now();
}

function show() {
  const {store, floor, points, plan: drawing} = wall.scene;
  byId('plan-title').textContent = store.floors.length > 1 ? `${store.name} · ${floor.name}` : store.name;
  document.title = `${store.name} · Wall`;
  byId('wall').dataset.scene = `${store.id} ${floor.id}`;
  showFigures(byId('figures'), wall.scene);
  const larger = Math.max(1, window.innerHeight / DESK_PIXELS);
  byId('plan').style.width = `${byId('stage').clientWidth / larger}px`;
  plan.show({plan: drawing, points: points.heatmap, field: store.tracked ? wanted.heat : 'off', dark: wanted.theme === 'dark', zone: null,
    people: new Map(points.zone_now.map(point => [point.zone, point])), figures: new Map()});
  fit();
}

/** Makes the plan as large as there is room. */
function fit() {
  const [stage, drawn] = [byId('stage'), byId('plan')];
  if (drawn.offsetHeight === 0) return;
  const scale = Math.min(stage.clientWidth / drawn.offsetWidth, stage.clientHeight / drawn.offsetHeight);
  drawn.style.transform = `translate(${(stage.clientWidth - scale * drawn.offsetWidth) / 2}px, ${(stage.clientHeight - scale * drawn.offsetHeight) / 2}px) scale(${scale})`;
}

/** Says plainly when what is shown is not of now, and why. */
function tell() {
  const {scene, failure} = wall;
  const old = byId('old');
  const words = [];
  if (scene === null) {
    if (failure) words.push(failure);
  } else {
    const {store, range, points, readMillis} = scene;
    const age = Date.now() - readMillis;
    const now = range.nowMillis + age;
    byId('clock').textContent = format.time(now, store.timezone);
    if (age > OLD_MILLIS) words.push(`OLD FIGURES: of ${format.time(range.nowMillis, store.timezone)}, ${format.duration(age)} ago. ${failure ?? ''}`);
    // each minute tells of every device, whether it was heard or not
    const heard = Math.max(...points.devices.map(point => point.last_heard_ms || -Infinity));
    if (!Number.isFinite(heard)) words.push('OLD FIGURES: no device of this store was heard for hours.');
    else if (now - heard > SILENT_MILLIS) words.push(`OLD FIGURES: no device of this store was heard since ${format.time(heard, store.timezone)}.`);
  }
  old.hidden = words.length === 0;
  if (old.textContent !== words.join(' ')) old.textContent = words.join(' ');
}

careForScreen(byId('wall'));
window.addEventListener('resize', () => { if (wall.scene) show(); });
round();
