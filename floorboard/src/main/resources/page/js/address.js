// Choices in the address of a page.

/** The choices that the address says, with defaults for what it does not. */
export function readAddress(defaults) {
  const said = new URLSearchParams(window.location.search);
  return Object.fromEntries(Object.entries(defaults).map(([key, value]) => [key, said.get(key) ?? value]));
}

/** Puts the choices into the address, without those that are as by default. */
export function writeAddress(choice, defaults) {
  const said = new URLSearchParams(Object.entries(choice).filter(([key, value]) => String(value) !== defaults[key]));
  const address = `${window.location.pathname}${said.size > 0 ? `?${said}` : ''}`;
  if (address !== window.location.pathname + window.location.search) window.history.replaceState(null, '', address);
}
