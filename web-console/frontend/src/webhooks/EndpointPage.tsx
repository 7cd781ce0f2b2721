import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { isNotFound } from '../api/problem';
import { getEndpoint } from '../api/webhooks';
import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { Time } from '../ui/Time';
import { EndpointActions } from './EndpointActions';
import { EndpointDeliveries } from './EndpointDeliveries';
import { EndpointState } from './EndpointState';

const POLL_MILLIS = 3000;

/** One endpoint with its deliveries. */
export function EndpointPage() {
  const { id = '' } = useParams();
  const {
    data: endpoint,
    error,
    isPending,
    refetch,
  } = useQuery({
    queryKey: ['endpoints', id],
    queryFn: ({ signal }) => getEndpoint(id, signal),
    refetchInterval: ({ state }) => (isNotFound(state.error) ? false : POLL_MILLIS),
  });
  const gone = isNotFound(error);
  return (
    <div className="page">
      <title>{`${endpoint?.name ?? 'Webhook'} · Tripline`}</title>
      <nav className="crumbs" aria-label="Where this page is">
        <Link to="/webhooks">Webhooks</Link> <span aria-hidden="true">/</span> {endpoint?.name ?? id}
      </nav>
      {isPending && <Loading what="the webhook" />}
      {gone && (
        <div className="empty">
          <h1>There is no such webhook</h1>
          <p className="empty-text">It may have been deleted.</p>
          <Link className="button" to="/webhooks">
            To the webhooks
          </Link>
        </div>
      )}
      {error && !gone && !endpoint && (
        <ErrorNote what="The webhook could not be loaded." error={error} retry={() => void refetch()} />
      )}
      {endpoint && !gone && (
        <>
          <header className="page-head">
            <div>
              <h1>
                {endpoint.name} <EndpointState endpoint={endpoint} />
              </h1>
              <p className="muted">
                <span className="mono">{endpoint.url}</span> · created{' '}
                <Time at={endpoint.createdAt} toSeconds />
              </p>
            </div>
            <EndpointActions endpoint={endpoint} />
          </header>
          <EndpointDeliveries endpoint={endpoint} />
        </>
      )}
    </div>
  );
}
