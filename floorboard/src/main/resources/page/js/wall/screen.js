// The screen on the wall: kept awake, without a pointer, and moved a little every minute, so that nothing burns in.

const DRIFT_MILLIS = 60_000;
const DRIFT_PIXELS = [[0, 0], [6, 3], [3, 8], [-4, 6], [-7, 0], [-4, -6], [3, -8], [6, -3]];

let lock = null;

/** Asks for the screen to stay on; a browser lets go of it when the page is out of sight. Where that cannot be had, `data-awake` says why. */
async function stayAwake() {
  const {dataset} = document.documentElement;
  if (!('wakeLock' in navigator)) {
    dataset.awake = 'this browser cannot';
    return;
  }
  if (document.hidden || (lock && !lock.released)) return;
  try {
    lock = await navigator.wakeLock.request('screen');
    dataset.awake = 'yes';
  } catch (refused) {
    dataset.awake = refused.message;
  }
}

/** Takes care of the screen as long as the page is there. */
export function careForScreen(wall) {
  let step = 0;
  setInterval(() => {
    step = (step + 1) % DRIFT_PIXELS.length;
    const [x, y] = DRIFT_PIXELS[step];
    wall.style.translate = `${x}px ${y}px`;
    stayAwake();
  }, DRIFT_MILLIS);
  document.addEventListener('visibilitychange', stayAwake);
  stayAwake();
}
