// What the page knows: what is chosen, the stores there are, and what was read for the choice.

/** A board that knows nothing yet but the choices of the address. */
export function newBoard(choice) {
  return {
    choice,
    stores: [],
    errors: [],
    /** One of the stores; `range`, `plan` and `figures` are its. */
    store: null,
    /** The window whose figures hold for the chosen time, as the server tells it. */
    range: null,
    /** The floor's drawing. */
    plan: null,
    /** The points of each query that has answered, by its name. */
    figures: {},
    /** The range that this is compared with, and its figures; null without. */
    comparison: null,
    /** The zones that are looked at closely. */
    details: [],
    /** What plays the day; null when nothing does. */
    player: null,
    /** When everything was asked for, and when all that was asked for had come. */
    askedMillis: 0,
    readMillis: 0,

    points(name) { return this.figures[name] ?? []; },

    /** Whether these queries have answered, be it with nothing. */
    has(...names) { return names.every(name => name in this.figures); },

    get isLive() { return choice.range === 'live'; },

    /** Whether an hour is shown that was chosen by an instant in it. */
    get isMoment() { return choice.range.includes('T'); },

    /** Whether what is shown goes on just now. */
    get isCurrent() { return this.range !== null && this.range.date === this.range.today && !this.isMoment; },

    /** Settles on a store, floor and funnel that there are. */
    settle() {
      this.store = this.stores.find(({id}) => id === choice.store) ?? this.stores[0];
      const {floors, funnels} = this.store;
      choice.store = this.store.id;
      if (!floors.some(({id}) => id === choice.floor)) choice.floor = floors[0].id;
      if (!(choice.zone in this.store.zones)) choice.zone = '';
      if (!(choice.beside in this.store.zones)) choice.beside = '';
      if (!(choice.way in this.store.zones) && !['start', 'end'].includes(choice.way)) choice.way = '';
      if (!funnels.some(({id}) => id === choice.funnel)) choice.funnel = funnels[0]?.id ?? '';
    },

    /** Drops what was read for another choice. */
    forget() {
      this.figures = {};
      this.range = this.plan = this.comparison = null;
      this.details = [];
    },
  };
}
