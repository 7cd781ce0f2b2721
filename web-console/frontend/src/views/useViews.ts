import {
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { listRows, listViews, type RowPage, type View } from '../api/views';

const POLL_MILLIS = 5000;
const PAGE_SIZE = 500;

/** All views, with how many rows each has; looked at again every few seconds while the page is in sight. */
export function useViews(): UseQueryResult<View[]> {
  return useQuery({
    queryKey: ['views'],
    queryFn: ({ signal }) => listViews(signal),
    refetchInterval: POLL_MILLIS,
  });
}

export interface RowFilters {
  /** Windows that end then or later. */
  from?: string;
  /** A value of a group. */
  group?: string;
}

/** The rows of a view in pages, newest first. */
export function useRows(view: string, filters: RowFilters): UseInfiniteQueryResult<InfiniteData<RowPage>> {
  return useInfiniteQuery({
    queryKey: ['views', view, 'rows', filters],
    queryFn: ({ pageParam, signal }) =>
      listRows(
        view,
        { ...filters, limit: PAGE_SIZE, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: POLL_MILLIS,
    placeholderData: (before) => before,
  });
}
