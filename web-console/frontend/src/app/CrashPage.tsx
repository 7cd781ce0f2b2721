import { useRouteError } from 'react-router';
import { messageOf } from '../api/problem';

/** What is shown when a page fails to draw: what happened, and the way on. */
export function CrashPage() {
  const error = useRouteError();
  const stack = error instanceof Error ? error.stack : undefined;
  return (
    <div className="page">
      <title>Something went wrong · Tripline</title>
      <div className="empty" role="alert">
        <h1>This page could not be shown</h1>
        <p className="empty-text">
          That is a fault of the console; the node and its rules run on. The fault is:{' '}
          <code>{messageOf(error)}</code>
        </p>
        <p className="button-row">
          <button type="button" className="button primary" onClick={() => location.reload()}>
            Load the page again
          </button>
          <a className="button" href="/alerts">
            To the alerts
          </a>
        </p>
        {stack && (
          <details>
            <summary>Details for a report</summary>
            <pre className="stack">{stack}</pre>
          </details>
        )}
      </div>
    </div>
  );
}
