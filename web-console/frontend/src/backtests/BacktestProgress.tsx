import type { Backtest } from '../api/backtests';
import { formatSpan } from '../ui/formats';

/** How far a backtest is that waits or runs. */
export function BacktestProgress({ backtest }: { backtest: Backtest }) {
  const { fraction, events, eventsPerSecond, remainingSeconds } = backtest.progress;
  return (
    <section className="card backtest-progress" aria-label="Progress">
      <progress value={fraction} max={1} aria-label="Part of the history that was read" />
      <p role="status">
        {backtest.state === 'queued'
          ? 'It waits for another backtest to end.'
          : `${Math.floor(100 * fraction)} %, ${events.toLocaleString()} events, ` +
            `${Math.round(eventsPerSecond).toLocaleString()} events/s` +
            (remainingSeconds < 0 ? '' : `, about ${formatSpan(Math.ceil(remainingSeconds) * 1000)} to go`)}
      </p>
    </section>
  );
}
