import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { getStatus, type NodeStatus } from '../api/node';

const POLL_MILLIS = 2000;

/** Two minutes, as the status is looked at every two seconds. */
export const MOST_RATES = 60;

interface Observation {
  status: NodeStatus;
  /** Events a second as seen at each look since the console was opened, oldest first. */
  rates: readonly number[];
}

const observation = queryOptions({
  queryKey: ['status'],
  queryFn: async ({ client, signal }): Promise<Observation> => {
    const status = await getStatus(signal);
    const before = client.getQueryData<Observation>(['status'])?.rates ?? [];
    return { status, rates: [...before, status.events.perSecond].slice(-MOST_RATES) };
  },
  refetchInterval: POLL_MILLIS,
  retry: 1,
});

/** The node's status, looked at again every two seconds while the page is in sight. */
export function useNodeStatus(): UseQueryResult<NodeStatus> {
  return useQuery({ ...observation, select: ({ status }) => status });
}

export function useRateHistory(): readonly number[] {
  return useQuery({ ...observation, select: ({ rates }) => rates }).data ?? [];
}
