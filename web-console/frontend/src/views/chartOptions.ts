import uPlot from 'uplot';
import type { ViewField } from '../api/views';
import { formatLocalSeconds } from '../ui/formats';
import type { RowSeries } from './rowSeries';

/** How much of a window's width its bars take together. */
const BARS_SHARE = 0.8;
/** So few that each is marked. */
const FEW_POINTS = 60;
const DAY_SECONDS = 86_400;
const AXIS_FONT = '12px system-ui, sans-serif';

/** How a column is drawn. Colours are the page's own, which a canvas takes only resolved. */
export function chartOptions(
  host: HTMLElement,
  data: RowSeries,
  column: ViewField,
  bars: boolean,
  size: { width: number; height: number },
): uPlot.Options {
  const ink = colourOf(host, '--ink-3');
  const grid = { stroke: colourOf(host, '--line'), width: 1 };
  const axis = { stroke: ink, font: AXIS_FONT, grid, ticks: grid };
  const unit = column.type === 'duration' ? ' s' : '';
  return {
    ...size,
    cursor: { y: false, points: { size: 7 } },
    legend: { live: true },
    scales: {
      x: { time: true, range: (_chart, from, to) => xRange(from, to, data.stepSeconds, bars) },
      y: { range: (_chart, low, high) => yRange(low, high) },
    },
    axes: [
      { ...axis, space: 70, values: (_chart, splits, _axis, _space, step) => timeLabels(splits, step) },
      {
        ...axis,
        size: 70,
        values: (_chart, splits) => splits.map((value) => `${value.toLocaleString()}${unit}`),
      },
    ],
    series: [
      {
        label: data.timeLabel ?? 'Window ends',
        value: (_chart, seconds: number | null) => (seconds === null ? '–' : textOf(seconds)),
      },
      ...data.series.map(({ name }, place) => {
        const stroke = colourOf(host, `--step-${place}`);
        const series: uPlot.Series = {
          label: name,
          stroke,
          width: 2,
          spanGaps: data.scattered,
          points: { show: data.scattered || data.times.length < FEW_POINTS, size: 5 },
          value: (_chart, value: number | null) =>
            value === null ? '–' : `${value.toLocaleString()}${unit}`,
        };
        if (bars) {
          series.fill = stroke;
          series.width = 0;
          series.points = { show: false };
          series.paths = barPaths(data, place);
        }
        return series;
      }),
    ],
  };
}

function textOf(seconds: number): string {
  return formatLocalSeconds(new Date(seconds * 1000).toISOString());
}

/** Days, or times of day with the day where it begins. */
function timeLabels(splits: readonly number[], stepSeconds: number): string[] {
  let before = '';
  return splits.map((seconds) => {
    const [day = '', time = ''] = textOf(seconds).split(' ');
    if (stepSeconds >= DAY_SECONDS) return day;
    const label = stepSeconds < 60 ? time : time.slice(0, 5);
    const begins = day !== before;
    before = day;
    return begins ? `${label}\n${day}` : label;
  });
}

/** Side by side in front of where the window ends. */
function barPaths(data: RowSeries, place: number): uPlot.Series.PathBuilder {
  const count = data.series.length;
  const step = data.stepSeconds || 1;
  const width = (step * BARS_SHARE) / count;
  const start = step * ((1 + BARS_SHARE) / 2) - width * place;
  // The units are an enum that exists for the compiler only; 1 is the scale's own.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
  const unit = 1 as uPlot.Series.BarsPathBuilderFacetUnit.ScaleValue;
  const builder = uPlot.paths.bars?.({
    disp: {
      x0: { unit, values: () => data.times.map((time) => time - start) },
      size: { unit, values: () => data.times.map(() => width) },
    },
  });
  if (!builder) throw new Error('the chart library draws no bars');
  return builder;
}

function xRange(from: number | null, to: number | null, step: number, bars: boolean): [number, number] {
  const first = from ?? 0;
  const last = to ?? first;
  const room = first === last ? Math.max(step, 60) : 0;
  return [first - (bars ? step : 0) - room, last + room];
}

/** From zero, so that heights can be compared. */
function yRange(low: number | null, high: number | null): [number, number] {
  const lowest = Math.min(0, low ?? 0);
  const highest = Math.max(0, high ?? 1);
  const room = (highest - lowest || 1) * 0.08;
  return [lowest < 0 ? lowest - room : 0, highest + room];
}

function colourOf(host: HTMLElement, name: string): string {
  const before = host.style.color;
  host.style.color = `var(${name})`;
  const colour = getComputedStyle(host).color;
  host.style.color = before;
  return colour;
}
