import { useState } from 'react';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { CreateEndpointDialog } from './CreateEndpointDialog';
import { EndpointTable } from './EndpointTable';
import { useEndpoints } from './useEndpoints';

/** Who is told of alerts. */
export function WebhooksPage() {
  const [creating, setCreating] = useState(false);
  const { data: endpoints, error, isPending, refetch } = useEndpoints();
  const create = (
    <button type="button" className="button primary" onClick={() => setCreating(true)}>
      New webhook
    </button>
  );
  return (
    <div className="page">
      <title>Webhooks · Tripline</title>
      <header className="page-head">
        <div>
          <h1>Webhooks</h1>
          <p className="muted">
            Each alert is sent to every enabled endpoint, signed, and again until it is taken.
          </p>
        </div>
        {create}
      </header>
      {isPending && <Loading what="webhooks" />}
      {error && !endpoints && (
        <ErrorNote what="The webhooks could not be loaded." error={error} retry={() => void refetch()} />
      )}
      {endpoints?.length === 0 && (
        <EmptyState title="Nobody is told yet">
          <p>
            A webhook is an address of yours that Tripline posts each alert to. Its signature follows Standard
            Webhooks, so ready-made libraries verify it.
          </p>
          <p>{create}</p>
        </EmptyState>
      )}
      {endpoints && endpoints.length > 0 && <EndpointTable endpoints={endpoints} />}
      {creating && <CreateEndpointDialog onClose={() => setCreating(false)} />}
    </div>
  );
}
