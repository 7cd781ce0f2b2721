import { ExactNumber } from '../api/exactJson';

const two = (value: number) => String(value).padStart(2, '0');

/** Date and time to the second in the viewer's zone, ordered so that columns of it can be compared. */
export function formatLocalSeconds(at: string): string {
  const fraction = fractionOf(at);
  const local = formatLocal(at);
  return fraction ? local.slice(0, -fraction.length) : local;
}

/** The same with milliseconds, where there are any. */
export function formatLocal(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}${fractionOf(at)}`;
}

/** The same moment in UTC, with every digit that was sent. */
export function formatUtc(at: string): string {
  return /Z$/.test(at) ? at.replace('T', ' ').replace('Z', ' UTC') : at;
}

function fractionOf(at: string): string {
  const fraction = /:\d\d(\.\d+)/.exec(at)?.[1] ?? '';
  return /^\.0*$/.test(fraction) ? '' : fraction.slice(0, 4);
}

const UNITS: readonly [name: string, millis: number][] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
];

/** How long ago, in one unit: `now`, `12 s ago`, `3 min ago`. Clocks differ a little, so the near future is now. */
export function formatAge(at: string, nowMillis: number): string {
  const agoMillis = nowMillis - new Date(at).getTime();
  if (Number.isNaN(agoMillis)) return '';
  if (Math.abs(agoMillis) < 5000) return 'now';
  const [name, unitMillis] = UNITS.find(([, millis]) => Math.abs(agoMillis) >= millis) ?? ['s', 1000];
  const count = Math.floor(Math.abs(agoMillis) / unitMillis);
  return agoMillis > 0 ? `${count} ${name} ago` : `in ${count} ${name}`;
}

/** A length of time in at most two units: `0 s`, `850 ms`, `1 min 30 s`, `2 d 4 h`. */
export function formatSpan(millis: number): string {
  if (millis !== 0 && millis < 1000) return `${Math.round(millis)} ms`;
  if (millis < 10_000 && millis % 1000 !== 0) return `${(millis / 1000).toFixed(1)} s`;
  let rest = Math.round(millis / 1000) * 1000;
  const parts: string[] = [];
  for (const [name, unitMillis] of UNITS) {
    const count = Math.floor(rest / unitMillis);
    rest -= count * unitMillis;
    if (count > 0) parts.push(`${count} ${name}`);
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(' ') || '0 s';
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

export function formatCount(count: number): string {
  return whole.format(count);
}

export function formatRate(perSecond: number): string {
  return perSecond > 0 && perSecond < 10 ? perSecond.toFixed(1) : whole.format(perSecond);
}

export function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${units[unit] ?? ''}`;
}

/** A field's or key's value as an analyst writes it. */
export function formatValue(value: unknown): string {
  if (value === null || value === undefined) return 'missing';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof ExactNumber) return value.digits;
  if (Array.isArray(value)) return value.map(formatValue).join(', ');
  return JSON.stringify(value);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
