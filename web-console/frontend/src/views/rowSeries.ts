import { ExactNumber } from '../api/exactJson';
import type { View, ViewField, ViewRow } from '../api/views';
import { formatValue } from '../ui/formats';

/** More lines than these cannot be told apart. */
export const MOST_SERIES = 6;

/** Of windows that begin at any time, each takes this part of what is drawn. */
const SCATTERED_STEPS = 120;

/** A column of rows over time, one series for each group. */
export interface RowSeries {
  /** Where windows end, in seconds since 1970, rising. */
  times: number[];
  /** What stands at them, where it is not the end of a window. */
  timeLabel?: string;
  /** How much of the time one of them takes: the shortest distance, or the length of a window. */
  stepSeconds: number;
  /** Whether the groups have windows of their own, and so times that others do not have. */
  scattered: boolean;
  series: { name: string; values: (number | null)[] }[];
  /** Groups that are not among the series. */
  leftOut: number;
}

/** The columns that can be drawn. */
export function drawableColumns(view: View): ViewField[] {
  return view.columns.filter(({ type }) => ['int', 'decimal', 'float', 'duration'].includes(type));
}

/** A value as a number to draw; durations in seconds. Null when there is none. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (value instanceof ExactNumber) return Number(value.digits);
  if (typeof value !== 'string') return null;
  const duration = /^PT(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?[\d.]+)S)?$/.exec(value);
  if (!duration || value === 'PT') return null;
  const part = (place: number) => Number(duration[place] ?? 0);
  return part(1) * 3600 + part(2) * 60 + part(3);
}

/** The values of a row's groups in one line; empty for a view without groups. */
export function groupName(view: View, row: ViewRow): string {
  return view.groups.map(({ name }) => formatValue(row.groups[name])).join(', ');
}

/** What to draw of some rows: of many groups, those with the largest sums. */
export function rowSeries(view: View, rows: readonly ViewRow[], column: string): RowSeries {
  const groups = new Map<string, { sum: number; byTime: Map<number, number | null> }>();
  const ends = new Set<number>();
  let stepSeconds = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const end = Date.parse(row.windowEnd) / 1000;
    stepSeconds = Math.min(stepSeconds, end - Date.parse(row.windowStart) / 1000);
    ends.add(end);
    const name = groupName(view, row);
    const group = groups.get(name) ?? { sum: 0, byTime: new Map<number, number | null>() };
    const value = numberOf(row.columns[column]);
    // Of several rows at one time, which only what slides has, the newest comes first.
    if (!group.byTime.has(end)) group.byTime.set(end, value);
    group.sum += Math.abs(value ?? 0);
    groups.set(name, group);
  }
  const times = [...ends].sort((a, b) => a - b);
  times.forEach((time, place) => {
    const before = times[place - 1];
    if (before !== undefined) stepSeconds = Math.min(stepSeconds, time - before);
  });
  const scattered = view.window.kind === 'session' || view.window.kind === 'sliding';
  if (scattered) stepSeconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / SCATTERED_STEPS;
  const shown = [...groups]
    .sort(([nameA, a], [nameB, b]) => b.sum - a.sum || nameA.localeCompare(nameB))
    .slice(0, MOST_SERIES)
    .sort(([nameA], [nameB]) => nameA.localeCompare(nameB, undefined, { numeric: true }));
  return {
    times,
    scattered,
    stepSeconds: Number.isFinite(stepSeconds) ? stepSeconds : 0,
    series: shown.map(([name, group]) => ({
      name: name || column,
      values: times.map((time) => group.byTime.get(time) ?? null),
    })),
    leftOut: groups.size - shown.length,
  };
}
