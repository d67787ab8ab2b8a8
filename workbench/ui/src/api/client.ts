import { t } from '../messages/en';
import type { ImportView, JudgementView, NewJudgement, PerspectiveCheck, PerspectiveView, Problem } from './types';

export const API = '/api/v1';

/** A refusal of the server, or its silence, in a sentence for people that ends in what to do. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
  }
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answer<T>(path, { headers: { Accept: 'application/json' }, ...(signal ? { signal } : {}) });
}

async function post<T>(path: string, body: unknown): Promise<T> {
  return answer<T>(path, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': xsrfToken() },
    body: JSON.stringify(body),
  });
}

export const recordJudgement = (judgement: NewJudgement): Promise<JudgementView> => post('/judgements', judgement);

export const undoJudgement = (id: string, user: string, reason: string): Promise<JudgementView> =>
  post(`/judgements/${encodeURIComponent(id)}/undo`, { user, reason });

export const decideImport = (id: string, state: 'taken-in' | 'discarded', user: string): Promise<ImportView> =>
  post(`/imports/${encodeURIComponent(id)}/state`, { state, user });

export const checkPerspective = (yaml: string): Promise<PerspectiveCheck> => post('/perspectives/check', { yaml });

export const keepPerspective = (yaml: string): Promise<PerspectiveView> => post('/perspectives', { yaml });

async function answer<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(API + path, { credentials: 'same-origin', ...init });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new ApiError(0, 'server-silent', t.errors.silent);
  }
  const json = response.headers.get('Content-Type')?.includes('json') ?? false;
  if (!response.ok) {
    const problem = json ? ((await response.json()) as Partial<Problem>) : {};
    throw new ApiError(
      response.status,
      problem.code ?? 'unknown',
      problem.detail ?? problem.title ?? t.errors.status(response.status),
    );
  }
  if (!json) throw new ApiError(response.status, 'not-json', t.errors.notJson(path));
  return (await response.json()) as T;
}

/** Spring Security's double-submit token: it sets the cookie, we send it back as a header. */
function xsrfToken(): string {
  const cookie = document.cookie.split('; ').find((pair) => pair.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}
