import type { BacktestResult } from '../api/backtests';
import type { RowSeries } from '../views/rowSeries';

const DAY_SECONDS = 86_400;
const LEAST_DAYS = 7;

/** The alerts of each day of a result, days without any among them, as a chart takes them. */
export function dailySeries({ days, compared }: BacktestResult): RowSeries {
  const counts = new Map(days.map((day) => [midnightOf(day.day), day]));
  const first = Math.min(...counts.keys());
  const last = Math.max(...counts.keys());
  const times: number[] = [];
  for (const day = new Date(first * 1000); day.getTime() / 1000 <= last; day.setDate(day.getDate() + 1)) {
    times.push(day.getTime() / 1000);
  }
  // A few days would be drawn as if they were years.
  const next = new Date(last * 1000);
  while (times.length < LEAST_DAYS) {
    next.setDate(next.getDate() + 1);
    times.push(next.getTime() / 1000);
  }
  const valuesOf = (side: 'candidate' | 'compared') =>
    times.map((time) => (time > last ? null : (counts.get(time)?.[side] ?? 0)));
  return {
    // A bar stands before the end of what it is about.
    times: times.map(endOf),
    timeLabel: 'Day ends',
    stepSeconds: DAY_SECONDS,
    scattered: false,
    series: [
      { name: 'these rules', values: valuesOf('candidate') },
      ...(compared ? [{ name: 'in force', values: valuesOf('compared') }] : []),
    ],
    leftOut: 0,
  };
}

function endOf(midnight: number): number {
  const end = new Date(midnight * 1000);
  end.setDate(end.getDate() + 1);
  return end.getTime() / 1000;
}

/** Where the viewer's own day of that date begins, for a chart shows times of the viewer's zone. */
function midnightOf(day: string): number {
  return Date.parse(`${day}T00:00:00`) / 1000;
}
