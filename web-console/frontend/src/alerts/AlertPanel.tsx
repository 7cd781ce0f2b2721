import { Link, useLocation, useParams } from 'react-router';
import { isNotFound } from '../api/problem';
import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { AlertDetail } from './AlertDetail';
import { useAlert } from './useAlert';

/** One alert beside the list, with an address of its own. */
export function AlertPanel() {
  const { id = '' } = useParams();
  const { search } = useLocation();
  const { data: alert, error, isPending, refetch } = useAlert(id);
  return (
    <aside className="alert-panel" aria-label="Alert">
      <Link
        className="button icon panel-close"
        to={`/alerts${search}`}
        aria-label="Close the alert"
        title="Close (Esc)"
      >
        ✕
      </Link>
      {isPending && <Loading what="the alert" />}
      {error && isNotFound(error) && (
        <div className="empty">
          <h2>There is no such alert</h2>
          <p className="empty-text">
            No alert has the id <code>{id}</code>.
          </p>
        </div>
      )}
      {error && !isNotFound(error) && !alert && (
        <ErrorNote what="The alert could not be loaded." error={error} retry={() => void refetch()} />
      )}
      {alert && <AlertDetail alert={alert} />}
    </aside>
  );
}
