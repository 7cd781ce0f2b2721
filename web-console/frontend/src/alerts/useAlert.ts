import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { getAlert, type Alert } from '../api/alerts';
import { useAlertFeed } from './alertFeedContext';

const DELIVERY_POLL_MILLIS = 3000;

/** One alert in full. It is loaded again when the stream brings a change of it, and while a delivery is on its way. */
export function useAlert(id: string): UseQueryResult<Alert> {
  const live = useAlertFeed().state.live.find(({ alert }) => alert.id === id);
  return useQuery({
    queryKey: ['alert', id, live?.alert.number ?? 0],
    queryFn: ({ signal }) => getAlert(id, signal),
    placeholderData: (before) => (before?.id === id ? before : undefined),
    refetchInterval: ({ state }) => (isOnItsWay(state.data) ? DELIVERY_POLL_MILLIS : false),
  });
}

function isOnItsWay(alert: Alert | undefined): boolean {
  return alert?.deliveries?.some((delivery) => delivery.state === 'pending') ?? false;
}
