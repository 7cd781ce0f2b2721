import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { deleteBacktest, type Backtest } from '../api/backtests';
import { isNotFound } from '../api/problem';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { Time } from '../ui/Time';
import { BacktestProgress } from './BacktestProgress';
import { BacktestResultView } from './BacktestResultView';
import { candidateText } from './backtestText';
import { isOnItsWay, useBacktest } from './useBacktests';

/** One backtest: how far it is, then what it has found. */
export function BacktestPage() {
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useBacktest(id);
  return (
    <div className="page backtest-page">
      <title>{`Backtest ${id} · Tripline`}</title>
      <p className="back">
        <Link to="/backtests">Backtests</Link>
      </p>
      {isPending && <Loading what="the backtest" />}
      {isNotFound(error) ? (
        <EmptyState title="There is no such backtest">
          <p>Only the newest are kept; run it again to have its result.</p>
        </EmptyState>
      ) : (
        error &&
        !data && (
          <ErrorNote what="The backtest could not be loaded." error={error} retry={() => void refetch()} />
        )
      )}
      {data && <OneBacktest backtest={data} />}
    </div>
  );
}

function OneBacktest({ backtest }: { backtest: Backtest }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const running = isOnItsWay(backtest);
  const end = useMutation({
    mutationFn: () => deleteBacktest(backtest.id),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['backtests'] });
      if (!running) await navigate('/backtests');
    },
  });
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{candidateText(backtest.request)}</h1>
          <p className="muted">
            Backtest {backtest.id}, asked for <Time at={backtest.createdAt} toSeconds />
          </p>
        </div>
        <button type="button" className="button" onClick={() => end.mutate()} disabled={end.isPending}>
          {running ? 'Cancel' : 'Delete'}
        </button>
      </header>
      {running && <BacktestProgress backtest={backtest} />}
      {backtest.state === 'failed' && (
        <div className="note note-bad" role="alert">
          <p>
            <strong>It could not be run to its end.</strong> {backtest.error}
          </p>
        </div>
      )}
      {backtest.state === 'cancelled' && (
        <EmptyState title="It was cancelled">
          <p>{backtest.error}</p>
        </EmptyState>
      )}
      {backtest.result && <BacktestResultView id={backtest.id} result={backtest.result} />}
    </>
  );
}
