// Asks, shows, and asks again after a while: what the page still has of another choice is dimmed until the new one is there.
import {byId} from './dom.js';

const LIVE_MILLIS = 5_000;
const CALM_MILLIS = 60_000;

/**
 * What asks again and again; nothing is asked while the page is out of sight.
 *
 * @param read called with (everything, signal)
 * @param told called with the failure, or null, each time that has ended
 * @return asks now; `{replacing: true}` when something else was chosen
 */
export function refreshing(board, read, told) {
  const main = byId('main');
  let asking = new AbortController();
  let timer = 0;

  async function refresh(everything) {
    clearTimeout(timer);
    asking.abort();
    asking = new AbortController();
    const {signal} = asking;
    let failed = null;
    try {
      await read(everything, signal);
      board.readMillis = Date.now();
      main.removeAttribute('aria-busy');
      main.classList.remove('failed');
    } catch (failure) {
      if (signal.aborted) return;
      if (main.hasAttribute('aria-busy')) main.classList.add('failed');
      failed = failure;
    }
    told(failed);
    timer = setTimeout(() => refresh(Date.now() - board.askedMillis >= CALM_MILLIS), board.isLive ? LIVE_MILLIS : CALM_MILLIS);
  }

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) clearTimeout(timer);
    else refresh(true);
  });
  return ({replacing = false} = {}) => {
    if (replacing) main.setAttribute('aria-busy', 'true');
    return refresh(true);
  };
}
