import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { listAlerts, type AlertPage } from '../api/alerts';
import type { AlertFilters } from './alertFilters';

const PAGE_SIZE = 50;

/** The alerts in pages, newest first. The live stream keeps them current, so they are not loaded again by themselves. */
export function useAlertList(filters: AlertFilters): UseInfiniteQueryResult<InfiniteData<AlertPage>> {
  return useInfiniteQuery({
    queryKey: ['alerts', filters],
    queryFn: ({ pageParam, signal }) =>
      listAlerts(
        { ...filters, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchOnWindowFocus: false,
    placeholderData: (before) => before,
  });
}
