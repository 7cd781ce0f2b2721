import { lazy, Suspense } from 'react';
import type { BacktestResult } from '../api/backtests';
import { EmptyState } from '../ui/EmptyState';
import { Loading } from '../ui/Loading';
import { Time } from '../ui/Time';
import { BacktestAlerts } from './BacktestAlerts';
import { DifferenceTable } from './DifferenceTable';
import { dailySeries } from './dailySeries';
import { QualityTable } from './QualityTable';

// The library for charts comes when one is drawn.
const RowChart = lazy(async () => ({ default: (await import('../views/RowChart')).RowChart }));

/** What a backtest has found. */
export function BacktestResultView({ id, result }: { id: string; result: BacktestResult }) {
  const { range } = result;
  const nothing = result.alerts.candidate + result.alerts.compared === 0;
  return (
    <>
      <p className="backtest-range">
        {range.events.toLocaleString()} events
        {range.firstEventAt && range.lastEventAt && (
          <>
            {' '}
            from <Time at={range.firstEventAt} toSeconds /> to <Time at={range.lastEventAt} toSeconds />
          </>
        )}
        {range.leftOutEvents > 0 &&
          `; ${range.leftOutEvents.toLocaleString()} are not declared by these rules and were left out`}
        {range.retracted > 0 && `; ${range.retracted.toLocaleString()} alerts were raised and taken back`}
      </p>
      <DifferenceTable result={result} />
      {result.labels && <QualityTable labels={result.labels} />}
      {nothing ? (
        <EmptyState title="No alert at all">
          <p>Neither these rules nor those in force find anything in this history.</p>
        </EmptyState>
      ) : (
        <>
          <h2>Alerts per day, {result.zone}</h2>
          <Suspense fallback={<Loading what="the chart" />}>
            <RowChart
              data={dailySeries(result)}
              column={{ name: 'alerts', type: 'int' }}
              bars
              label="alerts per day"
            />
          </Suspense>
          <KeyTable result={result} />
          <BacktestAlerts id={id} result={result} />
        </>
      )}
    </>
  );
}

const SHOWN_KEYS = 10;

function KeyTable({ result }: { result: BacktestResult }) {
  return (
    <section aria-label="Keys">
      <h2>Keys with the most alerts</h2>
      <table className="table card backtest-table">
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col" className="number">
              These rules
            </th>
            {result.compared && (
              <th scope="col" className="number">
                In force
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {result.keys.slice(0, SHOWN_KEYS).map((key) => (
            <tr key={key.key}>
              <td className="mono">{key.key || 'no key'}</td>
              <td className="number">{key.candidate.toLocaleString()}</td>
              {result.compared && <td className="number">{key.compared.toLocaleString()}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
