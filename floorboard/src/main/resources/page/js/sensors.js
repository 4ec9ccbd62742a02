// How the store's devices are, in a line.
import {fill, make} from './dom.js';
import {count, time} from './format.js';

/** @param points of device_health, the newest of each device */
export function showSensors(element, points, zone) {
  if (points.length === 0) {
    fill(element);
    return;
  }
  const heard = device => device.last_heard_ms ? `${device.device}, last heard ${time(device.last_heard_ms, zone)}` : device.device;
  const of = state => points.filter(point => point.state === state);
  const [online, offline, unknown] = ['online', 'offline', 'unknown'].map(of);
  fill(element, `Devices: ${count(online.length)} online`,
    offline.length ? make('strong', {class: 'bad', text: `, ${count(offline.length)} offline (${offline.map(heard).join('; ')})`}) : null,
    unknown.length ? `, ${count(unknown.length)} not heard yet (${unknown.map(point => point.device).join(', ')})` : null,
    '.');
}
