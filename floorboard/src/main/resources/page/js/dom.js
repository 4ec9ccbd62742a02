// Small helpers to make and fill elements.

const SVG = 'http://www.w3.org/2000/svg';

/** The element with an id. */
export const byId = id => document.getElementById(id);

/** Makes an element: attributes (null leaves out, `text` is its text, `data` its data- attributes), then children. */
export function make(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** Makes an SVG element. */
export function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === 'text') element.textContent = value;
    else if (key === 'data') Object.assign(element.dataset, value);
    else if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

/** Replaces what is in an element, unless it would look the same: so nothing is read out or loses focus for nothing. */
export function fill(element, ...children) {
  const fresh = document.createElement(element.localName);
  fresh.append(...children.filter(child => child !== null && child !== undefined));
  if (fresh.innerHTML !== element.innerHTML) {
    element.replaceChildren(...fresh.childNodes);
  }
}

/** A table of rows, each an array; the first column heads its row. Cells are texts or {text, value}. */
export function table(caption, head, rows) {
  const cell = (content, index) => {
    const known = content !== null && typeof content === 'object';
    const text = known ? content.text : content;
    const data = known ? {value: content.value ?? ''} : {};
    return index === 0 ? make('th', {scope: 'row', text, data}) : make('td', {text, data});
  };
  return make('table', {},
    make('caption', {class: 'hidden', text: caption}),
    make('thead', {}, make('tr', {}, ...head.map(text => make('th', {scope: 'col', text})))),
    make('tbody', {}, ...rows.map(row => make('tr', {}, ...row.map(cell)))));
}
