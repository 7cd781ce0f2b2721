import {
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import {
  getBacktest,
  listBacktestAlerts,
  listBacktests,
  type Backtest,
  type BacktestAlertPage,
  type Whose,
} from '../api/backtests';

const RUNNING_POLL_MILLIS = 700;
const LIST_POLL_MILLIS = 3000;
const PAGE_SIZE = 50;

export function isOnItsWay(backtest: Backtest): boolean {
  return backtest.state === 'queued' || backtest.state === 'running';
}

/** One backtest, looked at again until it has ended. */
export function useBacktest(id: string): UseQueryResult<Backtest> {
  return useQuery({
    queryKey: ['backtests', id],
    queryFn: ({ signal }) => getBacktest(id, signal),
    refetchInterval: ({ state }) => (state.data && !isOnItsWay(state.data) ? false : RUNNING_POLL_MILLIS),
  });
}

/** All that are kept, the newest first. */
export function useBacktests(): UseQueryResult<Backtest[]> {
  return useQuery({
    queryKey: ['backtests'],
    queryFn: ({ signal }) => listBacktests(signal),
    refetchInterval: LIST_POLL_MILLIS,
  });
}

/** The alerts of one that is done, in pages. */
export function useBacktestAlerts(
  id: string,
  whose: Whose | null,
): UseInfiniteQueryResult<InfiniteData<BacktestAlertPage>> {
  return useInfiniteQuery({
    queryKey: ['backtests', id, 'alerts', whose],
    queryFn: ({ pageParam, signal }) =>
      listBacktestAlerts(id, { whose, limit: PAGE_SIZE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}
