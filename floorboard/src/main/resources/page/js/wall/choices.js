// What a wall shows, by its address: ?store=a,b&floor=0&every=20&theme=light&heat=visits
import {readAddress} from '../address.js';

const DEFAULTS = {store: '', floor: '', every: '20', theme: 'dark', heat: 'seconds'};
const [SHORTEST_SECONDS, LONGEST_SECONDS] = [5, 3600];

/** {stores, floors, everyMillis, theme, heat}; no stores: the first; no floors: all. */
export function choices() {
  const said = readAddress(DEFAULTS);
  const list = text => text.split(',').map(part => part.trim()).filter(Boolean);
  const seconds = Number(said.every);
  return {
    stores: list(said.store),
    floors: list(said.floor),
    everyMillis: 1000 * (Number.isFinite(seconds) ? Math.min(Math.max(seconds, SHORTEST_SECONDS), LONGEST_SECONDS) : Number(DEFAULTS.every)),
    theme: said.theme === 'light' ? 'light' : 'dark',
    heat: ['seconds', 'visits', 'off'].includes(said.heat) ? said.heat : DEFAULTS.heat,
  };
}

/** What is shown in turn: a floor of a store each. */
export function scenes(stores, {stores: wanted, floors}) {
  const shown = wanted.length > 0 ? wanted.map(id => stores.find(store => store.id === id)).filter(Boolean) : stores.slice(0, 1);
  return shown.flatMap(store => {
    const some = store.floors.filter(({id}) => floors.includes(id));
    return (some.length > 0 ? some : store.floors).map(floor => ({store, floor}));
  });
}
