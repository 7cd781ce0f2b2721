import type { Delivery } from '../api/webhooks';
import { DeliveryItem } from './DeliveryItem';
import { useEndpoints } from './useEndpoints';

interface Props {
  deliveries: readonly Delivery[];
  /** Whether to name the endpoint, where the list covers several; else the alert is named. */
  showsEndpoint?: boolean;
}

/** Deliveries with their states; each opens to its attempts. */
export function DeliveryList({ deliveries, showsEndpoint = false }: Props) {
  const endpoints = useEndpoints().data;
  const nameOf = (delivery: Delivery) =>
    endpoints?.find((endpoint) => endpoint.id === delivery.endpointId)?.name ?? 'Webhook';
  return (
    <ul className="deliveries">
      {deliveries.map((delivery) => (
        <DeliveryItem
          key={delivery.id}
          delivery={delivery}
          endpointName={showsEndpoint ? nameOf(delivery) : null}
        />
      ))}
    </ul>
  );
}
