import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { listEndpoints, type Endpoint } from '../api/webhooks';

const POLL_MILLIS = 5000;

/** All endpoints with how their deliveries stand. */
export function useEndpoints(): UseQueryResult<Endpoint[]> {
  return useQuery({
    queryKey: ['endpoints'],
    queryFn: ({ signal }) => listEndpoints(signal),
    refetchInterval: POLL_MILLIS,
  });
}
