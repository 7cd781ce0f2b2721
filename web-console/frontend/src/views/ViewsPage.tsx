import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { useViews } from './useViews';
import { ViewTable } from './ViewTable';

/** Which views there are. */
export function ViewsPage() {
  const { data: views, error, isPending, refetch } = useViews();
  return (
    <div className="page">
      <title>Views · Tripline</title>
      <header className="page-head">
        <div>
          <h1>Views</h1>
          <p className="muted">Events grouped by windows of time: rows to look up, to draw and to watch.</p>
        </div>
      </header>
      {isPending && <Loading what="views" />}
      {error && !views && (
        <ErrorNote what="The views could not be loaded." error={error} retry={() => void refetch()} />
      )}
      {views?.length === 0 && (
        <EmptyState title="There are no views yet">
          <p>
            A view stands in a rule file. This one counts the events of a type by the minute, and its rows
            appear here:
          </p>
          <pre className="view-sample mono">
            {`view per_minute "Payments by the minute" {
  from Payment by country
  window tumbling 1m
  select count() as payments, sum(amount) as total
}`}
          </pre>
          <p>
            <Link className="button primary" to="/rules/new">
              New rule file
            </Link>
          </p>
        </EmptyState>
      )}
      {views && views.length > 0 && <ViewTable views={views} />}
    </div>
  );
}
