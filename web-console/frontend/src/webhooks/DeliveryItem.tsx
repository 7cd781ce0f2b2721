import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { resendDelivery, type Delivery, type DeliveryState } from '../api/webhooks';
import { plural } from '../ui/formats';
import { Tag, type Tone } from '../ui/Tag';
import { Age } from '../ui/Time';
import { useToasts } from '../ui/toasts';
import { AttemptTable } from './AttemptTable';

const TONES: Record<DeliveryState, Tone> = { pending: 'waiting', delivered: 'good', dead: 'bad' };

interface Props {
  delivery: Delivery;
  /** Shown instead of the alert where the alert is plain from the page. */
  endpointName: string | null;
}

export function DeliveryItem({ delivery, endpointName }: Props) {
  const last = delivery.attempts.at(-1);
  const path = `/webhooks/${encodeURIComponent(delivery.endpointId)}`;
  return (
    <li>
      <details className="delivery">
        <summary>
          <Tag tone={TONES[delivery.state]}>{delivery.state}</Tag>
          <span className="delivery-event">
            {endpointName && <Link to={path}>{endpointName}</Link>} {delivery.event}
          </span>
          <span className="muted delivery-attempts">
            {plural(delivery.attempts.length, 'attempt')}
            {last && (
              <>
                {', '}
                {last.status ?? last.error ?? 'no answer'}, <Age at={last.at} />
              </>
            )}
          </span>
          {delivery.nextAttemptAt && delivery.state === 'pending' && (
            <span className="muted">
              next <Age at={delivery.nextAttemptAt} />
            </span>
          )}
        </summary>
        <div className="delivery-body">
          <AttemptTable attempts={delivery.attempts} />
          <dl className="facts">
            <dt>webhook-id</dt>
            <dd className="mono">{delivery.webhookId}</dd>
            {!endpointName && delivery.alertId && (
              <>
                <dt>Alert</dt>
                <dd>
                  <Link className="mono" to={`/alerts/${encodeURIComponent(delivery.alertId)}`}>
                    {delivery.alertId}
                  </Link>
                </dd>
              </>
            )}
          </dl>
          <ResendButton id={delivery.id} />
        </div>
      </details>
    </li>
  );
}

function ResendButton({ id }: { id: string }) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const resending = useMutation({
    mutationFn: () => resendDelivery(id),
    onSuccess: () => {
      toasts.done('It is sent again, under the same webhook-id.');
      void queries.invalidateQueries({ queryKey: ['endpoints'] });
      void queries.invalidateQueries({ queryKey: ['alert'] });
    },
    onError: (error) => toasts.failed('It could not be sent again.', error),
  });
  return (
    <button
      type="button"
      className="button small"
      onClick={() => resending.mutate()}
      disabled={resending.isPending}
    >
      Send again
    </button>
  );
}
