import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { ViewField } from '../api/views';
import { formatLocalSeconds } from '../ui/formats';
import { chartOptions } from './chartOptions';
import { MOST_SERIES, type RowSeries } from './rowSeries';

interface Props {
  data: RowSeries;
  column: ViewField;
  bars: boolean;
  label: string;
}

const HEIGHT = 280;
const DARK = '(prefers-color-scheme: dark)';

/** A column over time. The arrow keys go from window to window; what stands there is said. */
export function RowChart({ data, column, bars, label }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const dark = useDark();
  const [at, setAt] = useState<number | null>(null);
  const shape = data.series.map(({ name }) => name).join('\n');

  useEffect(() => {
    const host = frame.current;
    if (!host) return undefined;
    const options = chartOptions(host, data, column, bars, { width: host.clientWidth, height: HEIGHT });
    const made = new uPlot(options, tableOf(data), host);
    chart.current = made;
    const sized = new ResizeObserver(() => made.setSize({ width: host.clientWidth, height: HEIGHT }));
    sized.observe(host);
    return () => {
      sized.disconnect();
      made.destroy();
      chart.current = null;
    };
    // New rows of the same groups are put into the chart there is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shape, column.name, bars, dark, data.stepSeconds]);

  useEffect(() => {
    chart.current?.setData(tableOf(data));
  }, [data]);

  const go = (event: KeyboardEvent) => {
    const place = placeAfter(event.key, at, data.times.length);
    const time = place === null ? undefined : data.times[place];
    if (place === null || time === undefined || !chart.current) return;
    event.preventDefault();
    setAt(place);
    chart.current.setCursor({ left: chart.current.valToPos(time, 'x'), top: HEIGHT / 2 });
  };

  return (
    <section className="card row-chart">
      <div
        className="row-chart-frame"
        ref={frame}
        tabIndex={0}
        role="group"
        aria-label={`Chart: ${label}. The arrow keys go from window to window.`}
        onKeyDown={go}
        onBlur={() => setAt(null)}
      />
      <p className="row-chart-note muted">
        <output className="visually-hidden" aria-live="polite">
          {at === null ? '' : spoken(data, at)}
        </output>
        {data.leftOut > 0 && `The ${MOST_SERIES} largest of ${MOST_SERIES + data.leftOut} groups are drawn.`}
      </p>
    </section>
  );
}

function tableOf(data: RowSeries): uPlot.AlignedData {
  return [data.times, ...data.series.map(({ values }) => values)];
}

function placeAfter(key: string, at: number | null, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return Math.min(count - 1, at === null ? 0 : at + 1);
    case 'ArrowLeft':
      return Math.max(0, at === null ? count - 1 : at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function spoken(data: RowSeries, at: number): string {
  const time = data.times[at];
  if (time === undefined) return '';
  const values = data.series
    .filter(({ values: all }) => all[at] !== null)
    .map(({ name, values: all }) => `${name}: ${String(all[at])}`);
  return `${formatLocalSeconds(new Date(time * 1000).toISOString())}: ${values.join('; ')}`;
}

function useDark(): boolean {
  const [dark, setDark] = useState(() => window.matchMedia(DARK).matches);
  useEffect(() => {
    const query = window.matchMedia(DARK);
    const changed = () => setDark(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  return dark;
}
