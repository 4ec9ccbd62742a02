// A day's heat map played by quarter hours, each fading into the next: with the clock and the people inside.
import {byId, fill, make} from './dom.js';
import {count, time} from './format.js';
import {outline, sized} from './heat.js';
import {QUARTER_MILLIS, quarterReader, readCourse} from './quarters.js';
import {heatScale} from './scale.js';

/** How many quarter hours pass in a second at single speed; without motion they do not fade, and change less often. */
const QUARTERS_A_SECOND = 2.5;
const CALM_QUARTERS_A_SECOND = 1;
/** A pause of the browser's is no leap of the day's. */
const LONGEST_STEP_MILLIS = 250;
const COLOURS = 256;

const calm = window.matchMedia('(prefers-reduced-motion: reduce)');

/**
 * Opens the player of the board's day.
 *
 * @param moved called when it stands at another quarter hour, with its time on the store's clock, while it is not running
 * @param failed called with what went wrong
 * @return {painter, field, scale, read, recolour, close}; null when nobody was seen on that day
 */
export async function openPlayback(board, {dark, signal, moved, failed}) {
  const field = board.choice.heat === 'visits' ? 'visits' : 'seconds';
  const course = await readCourse(board, field, signal);
  if (course === null) return null;
  const {timezone} = board.store;
  const {heat} = board.plan;
  let scale = heatScale(course.most, dark);
  const reader = quarterReader({board, course, field, place: value => scale.place(value), failed, came: () => {
    if (running) return;
    paint();
    tell();
  }});
  const last = course.quarters.length - 1;
  const clock = index => time(course.quarters[index], timezone);
  const image = new ImageData(heat.columns, heat.rows);
  const pixels = new Uint32Array(image.data.buffer);
  const small = new OffscreenCanvas(heat.columns, heat.rows);
  let colours = palette(scale);
  let frame = {canvas: null, view: null, context: null};
  let at = Math.max(0, course.quarters.findIndex((_, index) => clock(index) === board.choice.play));
  let running = false;
  let before = 0;
  let told = '';

  const [button, scrubber, speed] = ['play-pause', 'scrubber', 'speed'].map(byId);
  scrubber.max = last;

  function painter(canvas, view, plan) {
    if (frame.view !== view) {
      const context = sized(canvas, view);
      context.clip(outline(plan, view), 'evenodd');
      context.imageSmoothingEnabled = false;
      frame = {canvas, view, context};
    }
    paint();
  }

  function paint() {
    if (!frame.context) return;
    const index = Math.floor(at);
    const now = reader.at(index);
    const next = at > index && !calm.matches ? reader.at(index + 1) : now;
    if (now === null || next === null) return;
    const part = Math.round((at - index) * COLOURS);
    for (let i = 0; i < pixels.length; i++) pixels[i] = colours[(now[i] * (COLOURS - part) + next[i] * part) >> 8];
    small.getContext('2d').putImageData(image, 0, 0);
    const {context, view} = frame;
    context.clearRect(0, 0, view.width, view.height);
    context.drawImage(small, view.x(heat.x), view.y(heat.y + heat.rows * heat.cell), heat.columns * heat.cell * view.scale, heat.rows * heat.cell * view.scale);
  }

  const shownQuarter = () => calm.matches ? Math.floor(at) : Math.round(at);

  /** The clock and the people; a quarter hour in which nobody came or went leaves as many inside as before. */
  function tell() {
    const index = shownQuarter();
    const millis = course.quarters[index];
    const people = board.points('occupancy').filter(point => point.time <= millis).reduce((latest, point) => latest && latest.time > point.time ? latest : point, null);
    const words = `${clock(index)} to ${time(millis + QUARTER_MILLIS, timezone)}`;
    const inside = board.has('occupancy') ? `${count(people ? people.people : 0)} inside at its end` : '';
    const waits = reader.at(index) === null;
    if (told === words + inside + waits) return;
    told = words + inside + waits;
    scrubber.value = index;
    scrubber.setAttribute('aria-valuetext', `${words}, ${inside}`);
    fill(byId('play-clock'), make('strong', {text: words, data: {quarter: millis}}), make('span', {text: inside, data: {people: people ? people.people : 0}}),
      waits ? make('span', {text: 'reading …'}) : null);
  }

  function step(now) {
    if (!running) return;
    // the frame that a press begins in may have begun before the press
    const passed = Math.min(Math.max(now - before, 0), LONGEST_STEP_MILLIS) / 1000;
    before = now;
    reader.need(Math.floor(at));
    const there = reader.at(Math.floor(at)) && (Math.floor(at) >= last || reader.at(Math.floor(at) + 1));
    if (there) at = Math.min(last, at + passed * Number(speed.value) * (calm.matches ? CALM_QUARTERS_A_SECOND : QUARTERS_A_SECOND));
    paint();
    tell();
    if (at >= last) run(false);
    else requestAnimationFrame(step);
  }

  function run(on) {
    if (running === on) return;
    running = on;
    button.textContent = on ? '⏸' : '▶';
    button.setAttribute('aria-label', on ? 'Pause' : 'Play');
    if (on) {
      if (at >= last) at = 0;
      before = performance.now();
      requestAnimationFrame(step);
    } else {
      stand(shownQuarter());
    }
  }

  /** Stands at a quarter hour; it is painted when it has been read. */
  function stand(index) {
    at = Math.min(Math.max(index, 0), last);
    reader.need(at);
    paint();
    tell();
    moved(clock(at));
  }

  const listening = new AbortController();
  const on = (element, event, heard) => element.addEventListener(event, heard, {signal: listening.signal});
  on(button, 'click', () => run(!running));
  on(scrubber, 'input', () => {
    run(false);
    stand(Number(scrubber.value));
  });
  on(scrubber, 'keydown', event => {
    if (event.key !== ' ') return;
    event.preventDefault();
    run(!running);
  });
  stand(at);

  return {
    painter,
    field,
    get scale() { return scale; },
    /** Asks again for what could not be read. */
    read: () => reader.need(Math.floor(at)),
    /** In the colours that hold now. */
    recolour(nowDark) {
      scale = heatScale(course.most, nowDark);
      colours = palette(scale);
      paint();
    },
    close() {
      running = false;
      listening.abort();
      reader.close();
    },
  };
}

/** Colours as the canvas has them in memory, of the indexes 1 to 255; 0 is nothing. */
function palette(scale) {
  const colours = new Uint32Array(COLOURS);
  const bytes = new Uint8Array(colours.buffer);
  for (let index = 1; index < COLOURS; index++) bytes.set([...scale.colours[index], 255], 4 * index);
  return colours;
}
