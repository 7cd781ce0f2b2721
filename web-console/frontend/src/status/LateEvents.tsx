import { useInfiniteQuery } from '@tanstack/react-query';
import { listLateEvents } from '../api/node';
import { ErrorNote } from '../ui/ErrorNote';
import { formatCount, formatValue } from '../ui/formats';
import { Loading } from '../ui/Loading';
import { Time } from '../ui/Time';

/** The events that came later than their source allows. `count` is how many there are; the list follows it. */
export function LateEvents({ count }: { count: number }) {
  const list = useInfiniteQuery({
    queryKey: ['late', count],
    queryFn: ({ pageParam, signal }) => listLateEvents(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
  const events = list.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <section className="card late" aria-labelledby="late-heading">
      <header className="card-head">
        <h2 id="late-heading">Late events</h2>
        <span className="muted">later than their type allows; kept, but seen by no rule</span>
      </header>
      {list.isPending && <Loading what="late events" />}
      {list.error && !list.data && (
        <ErrorNote
          what="The late events could not be loaded."
          error={list.error}
          retry={() => void list.refetch()}
        />
      )}
      {list.data && events.length === 0 && <p className="card-empty muted">None so far.</p>}
      {events.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="number">
                Sequence
              </th>
              <th scope="col">Type</th>
              <th scope="col">Id</th>
              <th scope="col">Event time</th>
              <th scope="col">Fields</th>
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <tr key={event.sequence}>
                <td className="number">{formatCount(event.sequence)}</td>
                <td className="strong">{event.type}</td>
                <td className="mono">{event.id}</td>
                <td>
                  <Time at={event.at} />
                </td>
                <td className="mono late-fields">
                  {Object.entries(event.fields)
                    .map(([name, value]) => `${name} ${formatValue(value)}`)
                    .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
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
