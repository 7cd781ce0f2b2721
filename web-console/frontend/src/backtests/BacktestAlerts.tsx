import { useState } from 'react';
import type { BacktestResult, Whose } from '../api/backtests';
import { ErrorNote } from '../ui/ErrorNote';
import { KeyValues } from '../ui/KeyValues';
import { Loading } from '../ui/Loading';
import { SeverityBadge } from '../ui/SeverityBadge';
import { Time } from '../ui/Time';
import { useBacktestAlerts } from './useBacktests';

const CHOICES: { whose: Whose | null; text: string }[] = [
  { whose: null, text: 'All' },
  { whose: 'candidate', text: 'Appear' },
  { whose: 'compared', text: 'Go' },
  { whose: 'both', text: 'In both' },
];

const MARKS: Record<Whose, string> = { candidate: 'appears', compared: 'goes', both: 'in both' };

/** The alerts of a result, page by page. */
export function BacktestAlerts({ id, result }: { id: string; result: BacktestResult }) {
  const [whose, setWhose] = useState<Whose | null>(null);
  const pages = useBacktestAlerts(id, whose);
  const alerts = pages.data?.pages.flatMap((page) => page.alerts) ?? [];
  return (
    <section aria-label="Alerts">
      <div className="backtest-alerts-head">
        <h2>Alerts</h2>
        {result.compared && (
          <div className="segments" role="group" aria-label="Which alerts">
            {CHOICES.map((choice) => (
              <button
                key={choice.text}
                type="button"
                aria-pressed={choice.whose === whose}
                onClick={() => setWhose(choice.whose)}
              >
                {choice.text}
              </button>
            ))}
          </div>
        )}
      </div>
      {pages.isPending && <Loading what="alerts" />}
      {pages.isError && (
        <ErrorNote
          what="The alerts could not be loaded."
          error={pages.error}
          retry={() => void pages.refetch()}
        />
      )}
      {pages.isSuccess && alerts.length === 0 && <p className="muted">There are none of these.</p>}
      {alerts.length > 0 && (
        <table className="table card backtest-alerts">
          <thead>
            <tr>
              <th scope="col">At</th>
              <th scope="col">Severity</th>
              <th scope="col">Rule</th>
              <th scope="col">Key</th>
              <th scope="col">Message</th>
              {result.compared && <th scope="col">Difference</th>}
            </tr>
          </thead>
          <tbody>
            {alerts.map((alert) => (
              <tr key={`${alert.whose} ${alert.id}`}>
                <td>
                  <Time at={alert.at} toSeconds />
                </td>
                <td>
                  <SeverityBadge severity={alert.severity} />
                </td>
                <td className="mono">{alert.rule}</td>
                <td>
                  <KeyValues values={alert.key} />
                </td>
                <td>{alert.message}</td>
                {result.compared && <td>{MARKS[alert.whose]}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {pages.hasNextPage && (
        <p className="list-end">
          <button
            type="button"
            className="button"
            onClick={() => void pages.fetchNextPage()}
            disabled={pages.isFetchingNextPage}
          >
            {pages.isFetchingNextPage ? 'Loading…' : 'Load more'}
          </button>
        </p>
      )}
      {!result.allListed && (
        <p className="muted">There are more than the {result.listed.toLocaleString()} that are listed.</p>
      )}
    </section>
  );
}
