import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { DELIVERY_STATES, listDeliveries, type DeliveryState, type Endpoint } from '../api/webhooks';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNote } from '../ui/ErrorNote';
import { formatCount } from '../ui/formats';
import { Loading } from '../ui/Loading';
import { DeliveryList } from './DeliveryList';

const POLL_MILLIS = 3000;
const PAGE_SIZE = 50;

/** An endpoint's deliveries, newest first, narrowed to a state by the address. */
export function EndpointDeliveries({ endpoint }: { endpoint: Endpoint }) {
  const [query, setQuery] = useSearchParams();
  const state = DELIVERY_STATES.find((name) => name === query.get('state'));
  const list = useInfiniteQuery({
    queryKey: ['endpoints', endpoint.id, 'deliveries', state],
    queryFn: ({ pageParam, signal }) =>
      listDeliveries(
        endpoint.id,
        {
          limit: PAGE_SIZE,
          ...(state ? { state } : {}),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: POLL_MILLIS,
    placeholderData: (before) => before,
  });
  const deliveries = list.data?.pages.flatMap((page) => page.deliveries) ?? [];
  const choose = (next: DeliveryState | undefined) =>
    setQuery(next ? { state: next } : {}, { replace: true });

  return (
    <section aria-labelledby="deliveries-heading">
      <header className="section-head">
        <h2 id="deliveries-heading">Deliveries</h2>
        <div className="segments" role="group" aria-label="State of the deliveries">
          <button type="button" aria-pressed={state === undefined} onClick={() => choose(undefined)}>
            All
          </button>
          {DELIVERY_STATES.map((name) => (
            <button key={name} type="button" aria-pressed={state === name} onClick={() => choose(name)}>
              {name} <span className="segment-count">{formatCount(endpoint.deliveries[name])}</span>
            </button>
          ))}
        </div>
      </header>
      {list.isPending && <Loading what="deliveries" />}
      {list.error && !list.data && (
        <ErrorNote
          what="The deliveries could not be loaded."
          error={list.error}
          retry={() => void list.refetch()}
        />
      )}
      {list.data && deliveries.length === 0 && (
        <EmptyState title={state ? `No delivery is ${state}` : 'Nothing was sent yet'}>
          <p>
            {state
              ? 'Deliveries in other states may be there.'
              : 'The next alert is sent here; a test can be sent now.'}
          </p>
        </EmptyState>
      )}
      {deliveries.length > 0 && (
        <div className="card">
          <DeliveryList deliveries={deliveries} />
        </div>
      )}
      {list.hasNextPage && (
        <p className="list-end">
          <button
            type="button"
            className="button"
            onClick={() => void list.fetchNextPage()}
            disabled={list.isFetchingNextPage}
          >
            {list.isFetchingNextPage ? 'Loading…' : 'Load older'}
          </button>
        </p>
      )}
    </section>
  );
}
