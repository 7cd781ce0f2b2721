import { lazy, Suspense, useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { View } from '../api/views';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { RowTable } from './RowTable';
import { drawableColumns, rowSeries } from './rowSeries';
import { useRows, useViews } from './useViews';
import { fromOf, RANGES, ViewBar } from './ViewBar';
import { windowText } from './windowText';

// The library for charts comes when one is drawn.
const RowChart = lazy(async () => ({ default: (await import('./RowChart')).RowChart }));

/** One view: a column over time, and its rows. */
export function ViewPage() {
  const { name = '' } = useParams();
  const { data: views, error, isPending, refetch } = useViews();
  const view = views?.find((one) => one.name === name);
  return (
    <div className="page view-page">
      <title>{`${view?.title ?? name} · Tripline`}</title>
      <p className="back">
        <Link to="/views">Views</Link>
      </p>
      {isPending && <Loading what="the view" />}
      {error && !views && (
        <ErrorNote what="The view could not be loaded." error={error} retry={() => void refetch()} />
      )}
      {views && !view && (
        <EmptyState title="There is no such view">
          <p>
            No rule file declares a view called <span className="mono">{name}</span>.
          </p>
        </EmptyState>
      )}
      {view && <ViewRows key={view.name} view={view} />}
    </div>
  );
}

function ViewRows({ view }: { view: View }) {
  const [query] = useSearchParams();
  const group = query.get('group') ?? '';
  const range = RANGES.find(({ key }) => key === query.get('range')) ?? RANGES[0];
  const from = fromOf(range, view.newest);
  const rows = useRows(view.name, { ...(from === null ? {} : { from }), ...(group === '' ? {} : { group }) });
  const loaded = useMemo(() => rows.data?.pages.flatMap((page) => page.rows) ?? [], [rows.data]);
  const columns = drawableColumns(view);
  const column = columns.find(({ name }) => name === query.get('column')) ?? columns[0];
  const drawn = useMemo(
    () => (column === undefined ? undefined : rowSeries(view, loaded, column.name)),
    [view, loaded, column],
  );
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{view.title}</h1>
          <p className="muted">
            <span className="mono">{view.name}</span>, {windowText(view)}, from {view.source}, in{' '}
            <Link to={`/rules/${encodeURIComponent(view.file)}`}>{view.file}</Link> line {view.line}
          </p>
        </div>
      </header>
      <ViewBar columns={columns} column={column?.name} hasGroups={view.groups.length > 0} />
      {rows.isPending && <Loading what="rows" />}
      {rows.isError && (
        <ErrorNote
          what="The rows could not be loaded."
          error={rows.error}
          retry={() => void rows.refetch()}
        />
      )}
      {rows.isSuccess && loaded.length === 0 && (
        <EmptyState title={view.rows === 0 ? 'There is no row yet' : 'No row fits'}>
          <p>
            {view.rows === 0
              ? 'A row is published when event time has passed the end of its window.'
              : 'Choose a longer time, or another value of a group.'}
          </p>
        </EmptyState>
      )}
      {loaded.length > 0 && drawn && column && (
        <Suspense fallback={<Loading what="the chart" />}>
          <RowChart
            data={drawn}
            column={column}
            bars={query.get('as') === 'bars'}
            label={`${column.name} of ${view.title}`}
          />
        </Suspense>
      )}
      {loaded.length > 0 && (
        <RowTable
          view={view}
          rows={loaded}
          hasOlder={rows.hasNextPage}
          loading={rows.isFetchingNextPage}
          onOlder={() => void rows.fetchNextPage()}
        />
      )}
    </>
  );
}
