import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState';

export function NoSuchAlerts() {
  return (
    <EmptyState title="No alert fits these filters">
      <p>New ones that fit appear here by themselves.</p>
      <p>
        <Link className="button" to="/alerts">
          Clear the filters
        </Link>
      </p>
    </EmptyState>
  );
}
