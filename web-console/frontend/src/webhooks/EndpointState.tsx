import type { Endpoint } from '../api/webhooks';
import { Tag } from '../ui/Tag';

/** Whether an endpoint is told of alerts; when not, why. */
export function EndpointState({ endpoint }: { endpoint: Endpoint }) {
  if (endpoint.state === 'enabled') return <Tag tone="good">enabled</Tag>;
  return (
    <>
      <Tag tone="plain">disabled</Tag>
      {endpoint.disabledReason && <span className="muted reason">{endpoint.disabledReason}</span>}
    </>
  );
}
