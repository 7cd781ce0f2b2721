import { Link, useLocation } from 'react-router';

export function NotFoundPage() {
  const { pathname } = useLocation();
  return (
    <div className="page">
      <title>Not found · Tripline</title>
      <div className="empty">
        <h1>There is no such page</h1>
        <p className="empty-text">
          <code>{pathname}</code> is not an address of this console.
        </p>
        <p>
          <Link className="button" to="/alerts">
            To the alerts
          </Link>
        </p>
      </div>
    </div>
  );
}
