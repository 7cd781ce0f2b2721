import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { Time } from '../ui/Time';
import { candidateText, stateText } from './backtestText';
import { useBacktests } from './useBacktests';

/** The backtests that are kept, the newest first. */
export function BacktestsPage() {
  const { data, error, isPending, refetch } = useBacktests();
  return (
    <div className="page backtest-page">
      <title>Backtests · Tripline</title>
      <header className="page-head">
        <h1>Backtests</h1>
      </header>
      {isPending && <Loading what="backtests" />}
      {error && !data && (
        <ErrorNote what="The backtests could not be loaded." error={error} retry={() => void refetch()} />
      )}
      {data?.length === 0 && (
        <EmptyState title="There is no backtest yet">
          <p>
            Open a rule file under <Link to="/rules">Rules</Link> and choose Backtest: its rules are run over
            the history of this node, and you see which alerts appear and which go.
          </p>
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <table className="table card">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Asked for</th>
              <th scope="col">State</th>
              <th scope="col" className="number">
                Alerts
              </th>
              <th scope="col" className="number">
                Appear
              </th>
              <th scope="col" className="number">
                Go
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map(({ id, request, createdAt, state, result }) => (
              <tr key={id}>
                <td>
                  <Link to={`/backtests/${id}`}>{candidateText(request)}</Link>
                </td>
                <td>
                  <Time at={createdAt} toSeconds />
                </td>
                <td>{stateText(state)}</td>
                <td className="number">{result?.alerts.candidate.toLocaleString() ?? '–'}</td>
                <td className="number">{result?.alerts.onlyCandidate.toLocaleString() ?? '–'}</td>
                <td className="number">{result?.alerts.onlyCompared.toLocaleString() ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
