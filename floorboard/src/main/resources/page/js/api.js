// What the page asks its server. A failure is an Error whose message is a sentence for people.

async function json(path, signal) {
  let response;
  try {
    response = await fetch(path, {signal});
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Error('The floorboard’s own server does not answer: is it still running?');
  }
  let answer;
  try {
    answer = await response.json();
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Error(`The floorboard’s server answered ${response.status} without telling why.`);
  }
  if (!response.ok) {
    throw Object.assign(new Error(answer.error ?? `The floorboard’s server answered ${response.status}.`), {status: response.status});
  }
  return answer;
}

const part = encodeURIComponent;

/** {nowMillis, stores, errors} */
export const stores = signal => json('/api/stores', signal);

/** {window, fromMillis, toMillis, dayStartMillis, dayEndMillis, date, today, nowMillis} */
export const range = (store, name, signal) => json(`/api/stores/${part(store)}/range/${part(name)}`, signal);

/** {shown, other, whole, shownEndMillis, otherEndMillis}: a range and the one like it on another day. */
export const ranges = (store, name, against, signal) =>
  json(`/api/stores/${part(store)}/range/${part(name)}/against/${part(against)}`, signal);

/** A floor's drawing, by the layout that held at an instant; null when it had no such floor. */
export async function floorAt(store, id, millis, signal) {
  try {
    return await json(`/api/stores/${part(store)}/floors/${part(id)}?at=${millis}`, signal);
  } catch (failure) {
    if (failure.status === 404) return null;
    throw failure;
  }
}

/** A floor's drawing, by the layout that held last in a range. */
export const floor = (store, id, name, signal) =>
  json(`/api/stores/${part(store)}/floors/${part(id)}?range=${part(name)}`, signal);

/** {nowMillis, stores, errors}: every store with its place and its own day, `today`, `yesterday` or a date. */
export const chain = (name, signal) => json(`/api/chain/stores/${part(name)}`, signal);

/** The points that a named query finds, each an object of its columns and tags. */
export const points = async (name, parameters, signal) => rows(await json(`/api/query/${name}?${new URLSearchParams(parameters)}`, signal));

/** The same of all stores' days that begin at an instant, one for each store. */
export const chainPoints = async (name, at, signal) => rows(await json(`/api/chain/query/${name}?at=${at}`, signal));

function rows(answer) {
  return (answer.results[0].series ?? []).flatMap(series =>
    series.values.map(values => {
      const point = {...series.tags};
      series.columns.forEach((column, index) => { point[column] = values[index]; });
      return point;
    }));
}

/** The rows that a named query without tags finds, as they come: {columns, values}. */
export async function rowsOf(name, parameters, signal) {
  const answer = await json(`/api/query/${name}?${new URLSearchParams(parameters)}`, signal);
  return answer.results[0].series?.[0] ?? {columns: [], values: []};
}
