import { messageOf } from '../api/problem';
import { useNodeStatus } from '../status/useNodeStatus';

/** Says on every page when the node takes no events, and why. */
export function NodeBanner() {
  const { data: status, error } = useNodeStatus();
  if (error) {
    return (
      <div className="banner banner-bad" role="alert">
        <strong>The node cannot be reached.</strong> {messageOf(error)} What you see may be old; the console
        keeps trying.
      </div>
    );
  }
  if (status?.state === 'refusing') {
    return (
      <div className="banner banner-bad" role="alert">
        <strong>The node refuses events.</strong> {status.reason ?? 'It gave no reason.'} Events that it
        acknowledged are safe.
      </div>
    );
  }
  if (status?.state === 'starting') {
    return (
      <div className="banner banner-wait" role="status">
        <strong>The node is starting.</strong>{' '}
        {status.reason ?? 'It reads its journal before it takes events.'}
      </div>
    );
  }
  return null;
}
