// What is drawn on the page as a picture file, with a title, the legend and the time drawn in.
import {colour} from '../themes.js';

const SHARP = 2;
const MARGIN = 20;
const LINE = 19;
/** What of an SVG's look comes from style sheets, and so must be said within the picture. */
const LOOKS = ['fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'paint-order',
  'font-family', 'font-size', 'font-weight', 'text-anchor', 'opacity', 'marker-end'];

/** An SVG element of the page as an image. */
async function imageOf(svg) {
  const copy = svg.cloneNode(true);
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, index) => {
    const style = getComputedStyle(originals[index]);
    for (const look of LOOKS) element.setAttribute(look, style.getPropertyValue(look));
    element.removeAttribute('class');
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

/** Text broken into lines that fit. */
function lines(context, text, width) {
  const broken = [];
  for (const word of text.split(' ')) {
    const longer = broken.length > 0 ? `${broken.at(-1)} ${word}` : word;
    if (broken.length > 0 && context.measureText(longer).width <= width) broken[broken.length - 1] = longer;
    else broken.push(word);
  }
  return broken;
}

/**
 * A sheet of paper with a title, texts, drawings one below the other, and notes.
 *
 * @param parts [{width, height, draw(context)}]
 */
async function sheet(title, texts, parts, notes) {
  const width = Math.max(...parts.map(part => part.width), 420);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  const family = 'Inter, system-ui, sans-serif';
  const small = `13px ${family}`;
  context.font = small;
  const [above, below] = [texts, notes].map(some => some.filter(Boolean).flatMap(text => lines(context, text, width)));
  const height = 30 + (above.length + below.length) * LINE + parts.reduce((sum, part) => sum + part.height + 12, 0) + 8;
  canvas.width = (width + 2 * MARGIN) * SHARP;
  canvas.height = (height + 2 * MARGIN) * SHARP;
  context.scale(SHARP, SHARP);
  context.fillStyle = colour('--card');
  context.fillRect(0, 0, width + 2 * MARGIN, height + 2 * MARGIN);
  context.translate(MARGIN, MARGIN);
  context.textBaseline = 'top';
  context.fillStyle = colour('--ink');
  context.font = `650 20px ${family}`;
  context.fillText(title, 0, 0);
  let top = 30;
  const write = text => {
    context.font = small;
    context.fillStyle = colour('--muted');
    context.fillText(text, 0, top);
    top += LINE;
  };
  above.forEach(write);
  for (const part of parts) {
    context.save();
    context.translate(0, top + 6);
    await part.draw(context);
    context.restore();
    top += part.height + 12;
  }
  below.forEach(write);
  return new Promise(done => canvas.toBlob(done, 'image/png'));
}

/** The legend of a heat map, as it stands on the page. */
function legendPart(legend) {
  const ramp = legend.querySelector('.ramp');
  if (legend.hidden || !ramp) return null;
  const drawn = ramp.querySelector('canvas');
  const [width, from] = [ramp.clientWidth, ramp.getBoundingClientRect().left];
  const ticks = [...ramp.querySelectorAll('.tick')].map(tick => ({text: tick.textContent, left: tick.getBoundingClientRect().left - from}));
  return {width, height: 34, draw: context => {
    context.imageSmoothingEnabled = true;
    context.drawImage(drawn, 0, 0, width, 10);
    context.font = '12px Inter, system-ui, sans-serif';
    context.fillStyle = colour('--muted');
    for (const tick of ticks) context.fillText(tick.text, tick.left, 16);
  }};
}

/**
 * The floor plan.
 *
 * @param texts what is shown and when
 * @param plan, legend the elements that show it
 */
export async function planPicture({title, texts, plan, legend, notes}) {
  const [heat, drawing] = [plan.querySelector('canvas'), plan.querySelector('svg')];
  const [width, height] = [plan.clientWidth, plan.clientHeight];
  const image = await imageOf(drawing);
  const unit = legend.hidden ? '' : legend.querySelector('.unit')?.textContent ?? '';
  return sheet(title, texts, [{width, height, draw: context => {
    if (heat.width > 0) context.drawImage(heat, 0, 0, width, height);
    context.drawImage(image, 0, 0, width, height);
  }}, legendPart(legend)].filter(Boolean), [unit, ...notes]);
}

/** A drawing of the page that is SVG alone. */
export async function drawingPicture({title, texts, drawing, notes}) {
  const [width, height] = [drawing.clientWidth, drawing.clientHeight];
  const image = await imageOf(drawing);
  return sheet(title, texts, [{width, height, draw: context => context.drawImage(image, 0, 0, width, height)}], notes);
}

/** A chart of the page, which is a canvas. */
export async function chartPicture({title, texts, element, notes}) {
  const drawn = element.querySelector('canvas');
  const [width, height] = [element.clientWidth, element.clientHeight];
  return sheet(title, texts, [{width, height, draw: context => context.drawImage(drawn, 0, 0, width, height)}], notes);
}
