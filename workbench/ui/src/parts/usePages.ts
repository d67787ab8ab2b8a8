import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { Page } from '../api/types';

/** A list of the API part by part; `more` is null at its end. With other filters, the former list stays until it comes. */
export function usePages<T>(path: string, filters = new URLSearchParams()) {
  const asked = filters.toString();
  const list = useInfiniteQuery({
    queryKey: ['list', path, asked],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(asked);
      query.set('limit', '200');
      if (pageParam) query.set('cursor', pageParam);
      return get<Page<T>>(`${path}?${query.toString()}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  return {
    items: list.data?.pages.flatMap((page) => page.items),
    total: list.data?.pages[0]?.total ?? 0,
    stale: list.isPlaceholderData,
    error: list.error,
    again: () => void list.refetch(),
    more: list.hasNextPage ? () => void list.fetchNextPage() : null,
  };
}
