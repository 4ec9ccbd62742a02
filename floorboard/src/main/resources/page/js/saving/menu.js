// The menu to share and save what is shown: links to copy, files to save. What it offers is asked when it opens.
import {byId, fill, make} from '../dom.js';

/**
 * Connects the menu.
 *
 * @param links called when it opens: [{name, address()}]
 * @param files called when it opens: [{group, name, save()}], `save` may be asynchronous
 */
export function connectMenu({links, files}) {
  const menu = byId('share');
  const items = menu.querySelector('.items');
  const said = byId('shared');

  async function carry(done, action) {
    try {
      await action();
      said.textContent = done;
    } catch (failure) {
      said.textContent = `That did not work: ${failure.message}`;
    }
  }

  const button = (text, done, action, data) => make('button', {type: 'button', data, text, onclick: () => carry(done, action)});

  menu.addEventListener('toggle', () => {
    if (!menu.open) return;
    said.textContent = '';
    const groups = Map.groupBy(files(), ({group}) => group);
    fill(items); // so that what is made now is taken even where it looks as before
    items.replaceChildren(
      ...links().map(({name, address}) => button(name, 'Copied.', () => copy(address()), {link: name})),
      ...[...groups].flatMap(([group, some]) => [make('p', {text: group}), ...some.map(({id, name, save}) => button(name, `${name}: saved.`, save, {save: id}))]));
  });
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
  document.addEventListener('click', event => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
}

/** Puts a text where it can be pasted from; on a page that is not served securely the browser has only the old way. */
async function copy(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const field = make('textarea', {class: 'hidden', text});
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (!done) throw new Error('the browser does not let this page copy');
}
