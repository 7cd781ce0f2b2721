import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import {
  changeEndpoint,
  deleteEndpoint,
  testEndpoint,
  type Endpoint,
  type TestResult,
} from '../api/webhooks';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { plural } from '../ui/formats';
import { useToasts } from '../ui/toasts';

/** What can be done with an endpoint. */
export function EndpointActions({ endpoint }: { endpoint: Endpoint }) {
  const { id, name } = endpoint;
  const [deletingAsked, setDeletingAsked] = useState(false);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toasts = useToasts();
  const reload = () => queries.invalidateQueries({ queryKey: ['endpoints'] });

  const testing = useMutation({
    mutationFn: () => testEndpoint(id),
    onSuccess: (result) => {
      if (result.delivered) toasts.done(`${name} took the test: ${outcomeOf(result)}.`);
      else toasts.failed(`${name} did not take the test:`, outcomeOf(result));
    },
    onError: (error) => toasts.failed('The test could not be sent.', error),
    onSettled: reload,
  });
  const turning = useMutation({
    mutationFn: () => changeEndpoint(id, { state: endpoint.state === 'enabled' ? 'disabled' : 'enabled' }),
    onSuccess: (changed) => toasts.done(`${name} is ${changed.state}.`),
    onError: (error) => toasts.failed(`${name} could not be changed.`, error),
    onSettled: reload,
  });
  const deleting = useMutation({
    mutationFn: () => deleteEndpoint(id),
    onSuccess: () => {
      toasts.done(`Deleted ${name}.`);
      void navigate('/webhooks');
      void queries.invalidateQueries({ queryKey: ['endpoints'], exact: true });
    },
    onError: (error) => {
      setDeletingAsked(false);
      toasts.failed(`${name} was not deleted.`, error);
    },
  });

  return (
    <div className="button-row">
      <button type="button" className="button" onClick={() => testing.mutate()} disabled={testing.isPending}>
        {testing.isPending ? 'Sending…' : 'Send a test'}
      </button>
      <button type="button" className="button" onClick={() => turning.mutate()} disabled={turning.isPending}>
        {endpoint.state === 'enabled' ? 'Disable' : 'Enable'}
      </button>
      <button type="button" className="button" onClick={() => setDeletingAsked(true)}>
        Delete…
      </button>
      {deletingAsked && (
        <ConfirmDialog
          title={`Delete ${name}?`}
          action="Delete the webhook"
          busy={deleting.isPending}
          onConfirm={() => deleting.mutate()}
          onClose={() => setDeletingAsked(false)}
        >
          <p>
            It is told of nothing more
            {endpoint.deliveries.pending > 0
              ? `, and ${plural(endpoint.deliveries.pending, 'pending delivery', 'pending deliveries')} will be given up.`
              : '.'}{' '}
            Its secret cannot be used again.
          </p>
        </ConfirmDialog>
      )}
    </div>
  );
}

function outcomeOf({ status, durationMillis, error }: TestResult): string {
  return error ?? `status ${status ?? 'unknown'} after ${durationMillis} ms`;
}
