// Opens and closes what plays the day's heat map; it is loaded when it is first asked for.
import {toAddress} from './choices.js';
import {byId} from './dom.js';
import {isDark} from './themes.js';

/**
 * Connects the button that opens the player. `choice.play` is the time at which it stands; empty when it is closed.
 *
 * @param show draws what has to do with a name
 * @param failed called with what went wrong
 */
export function connectPlayer(board, show, failed) {
  const {choice} = board;
  let opening = new AbortController();

  async function open() {
    close();
    opening = new AbortController();
    const {signal} = opening;
    byId('player').hidden = false;
    byId('play').setAttribute('aria-expanded', 'true');
    byId('play-clock').textContent = 'reading …';
    try {
      const {openPlayback} = await import('./playback.js');
      const player = await openPlayback(board, {dark: isDark(), signal, failed, moved});
      if (signal.aborted) {
        player?.close();
        return;
      }
      if (player === null) {
        byId('play-clock').textContent = board.points('heatmap').length > 0 ? 'There is no heat map of quarter hours here.'
          : 'Nobody was seen on this floor on this day.';
      }
      board.player = player;
      show('player');
    } catch (failure) {
      if (!signal.aborted) failed(failure);
    }
  }

  function moved(clock) {
    choice.play = clock;
    toAddress(choice);
  }

  function close() {
    opening.abort();
    byId('player').hidden = true;
    byId('play').setAttribute('aria-expanded', 'false');
    board.player?.close();
    board.player = null;
  }

  function shut() {
    const was = !byId('player').hidden;
    close();
    choice.play = '';
    toAddress(choice);
    if (was) show('player');
  }

  byId('play').addEventListener('click', () => byId('player').hidden ? open() : shut());

  return {
    /** Opens it where the address says so; what is open asks again for what it lacks. */
    follow: () => {
      board.player?.read();
      if (choice.play !== '' && byId('player').hidden && board.store.tracked) return open();
    },
    /** Plays another of the heat maps from where it stands. */
    again: () => {
      if (board.player && choice.heat !== 'off') open();
      else if (board.player) shut();
    },
    shut,
  };
}
