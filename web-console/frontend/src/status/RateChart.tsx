import { formatRate } from '../ui/formats';
import { MOST_RATES } from './useNodeStatus';

const WIDTH = 600;
const HEIGHT = 72;

interface Props {
  rates: readonly number[];
  perSecond: number;
}

/** Events a second over the last two minutes of looking. */
export function RateChart({ rates, perSecond }: Props) {
  const highest = Math.max(1, ...rates);
  const xOf = (index: number) => WIDTH - ((rates.length - 1 - index) * WIDTH) / (MOST_RATES - 1);
  const yOf = (rate: number) => HEIGHT - 2 - (rate / highest) * (HEIGHT - 6);
  const points = rates.map((rate, index) => `${xOf(index).toFixed(1)},${yOf(rate).toFixed(1)}`).join(' ');
  const area = `${xOf(0).toFixed(1)},${HEIGHT} ${points} ${WIDTH},${HEIGHT}`;
  return (
    <section className="card rate" aria-label="Events a second">
      <p className="rate-now">
        <span className="big-number">{formatRate(perSecond)}</span> events/s
      </p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`The highest of the last two minutes is ${formatRate(highest)} events a second`}
      >
        {rates.length > 1 && (
          <>
            <polygon className="rate-area" points={area} />
            <polyline className="rate-line" points={points} />
          </>
        )}
      </svg>
      <p className="rate-scale muted">
        <span>2 min ago</span>
        <span>highest {formatRate(highest)}/s</span>
        <span>now</span>
      </p>
    </section>
  );
}
