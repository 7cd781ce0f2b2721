import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { LateEvents } from './LateEvents';
import { NodeFacts } from './NodeFacts';
import { RateChart } from './RateChart';
import { useNodeStatus, useRateHistory } from './useNodeStatus';

/** How the node is doing. */
export function StatusPage() {
  const { data: status, error, isPending, refetch } = useNodeStatus();
  const rates = useRateHistory();
  return (
    <div className="page">
      <title>Status · Tripline</title>
      <header className="page-head">
        <div>
          <h1>Status</h1>
          {status && (
            <p className="muted">
              Tripline {status.version}, listening on <span className="mono">{status.listening}</span>
            </p>
          )}
        </div>
      </header>
      {isPending && <Loading what="the node's status" />}
      {error && !status && (
        <ErrorNote what="The status could not be loaded." error={error} retry={() => void refetch()} />
      )}
      {status && (
        <>
          <RateChart rates={rates} perSecond={status.events.perSecond} />
          <NodeFacts status={status} />
          <LateEvents count={status.events.late} />
        </>
      )}
    </div>
  );
}
