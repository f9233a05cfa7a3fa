'use client';
import { useApi } from '../forms/use-api.ts';

/** What a GET of our API answers (`path` is what follows `/api/v1`; null asks nothing); null until then, and where it is refused. */
export function useAnswer<T>(path: string | null): T | null {
  const [state] = useApi<T>(path);
  return state.kind === 'ready' ? state.value : null;
}
