'use client';
import { useCallback, useState } from 'react';
import type { AreaItem } from '../../lib/wire/area-item.ts';

export type Areas =
  | { kind: 'idle' }
  | { kind: 'loading' }
  | { kind: 'failed' }
  | { kind: 'ready'; areas: readonly AreaItem[] };

/** The tree the reader may see, asked for when somebody wants it and not before. */
export function useAreas(): [Areas, load: () => void] {
  const [areas, setAreas] = useState<Areas>({ kind: 'idle' });
  const load = useCallback(() => {
    setAreas((held) => (held.kind === 'ready' ? held : { kind: 'loading' }));
    fetchAreas().then(
      (list) => setAreas({ kind: 'ready', areas: list }),
      () => setAreas((held) => (held.kind === 'ready' ? held : { kind: 'failed' })),
    );
  }, []);
  return [areas, load];
}

async function fetchAreas(): Promise<AreaItem[]> {
  const response = await fetch('/api/v1/areas', { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`GET /api/v1/areas answered ${response.status}`);
  const body: { areas: AreaItem[] } = await response.json();
  return body.areas;
}
