import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { ActorRow, Page } from '../api/types';

/** The actors that a report names, most incidents first. */
export function useActors() {
  return useQuery({
    queryKey: ['actors', 'all'],
    queryFn: ({ signal }) => get<Page<ActorRow>>('/actors?limit=500', signal),
  });
}

/** The name of an actor by its id; the id while it is not known. */
export function useActorName(): (id: string) => string {
  const actors = useActors().data?.items ?? [];
  return (id) => actors.find((actor) => actor.id === id)?.name ?? id;
}
