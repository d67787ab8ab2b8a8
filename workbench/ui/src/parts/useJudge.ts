import { useMutation, useQueryClient } from '@tanstack/react-query';
import { recordJudgement, undoJudgement } from '../api/client';
import type { NewJudgement } from '../api/types';

const key = 'ascribe.user';

export function storedUser(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

export function storeUser(user: string): void {
  try {
    localStorage.setItem(key, user);
  } catch {
    // then it is asked for again
  }
}

/** Records and takes back judgements; afterwards everything shown is read anew, since incidents may have changed. */
export function useJudge() {
  const queries = useQueryClient();
  const renew = (): Promise<void> => queries.invalidateQueries();
  const record = useMutation({ mutationFn: (judgement: NewJudgement) => recordJudgement(judgement), onSuccess: renew });
  const undo = useMutation({
    mutationFn: (taken: { id: string; user: string; reason: string }) =>
      undoJudgement(taken.id, taken.user, taken.reason),
    onSuccess: renew,
  });
  return { record, undo };
}

export type Judge = ReturnType<typeof useJudge>;
