'use client';
import { useEffect, useState } from 'react';
import { useLocale } from 'use-intl';
import type { WallSettings } from '../../lib/domain/access/rights.ts';
import type { WallBoard } from '../../lib/wire/wall-board.ts';
import { sendJson } from '../forms/send-json.ts';
import type { BoardAnswer } from '../live/board-answer.ts';

type First = BoardAnswer<WallBoard>;

const AGAIN_MS = 30_000;

/** The first pictures of what a wall shows in turn, in its order; those that do not come are asked for again. */
export function usePlaylist(playlist: WallSettings['playlist']): readonly First[] {
  const language = useLocale();
  const [firsts, setFirsts] = useState<ReadonlyMap<string, First>>(new Map());
  const wanted = playlist.map(({ area }) => area).join(' ');
  useEffect(() => {
    const left = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = async (areas: readonly string[]): Promise<void> => {
      const missing: string[] = [];
      for (const area of areas) {
        const path = `/areas/${encodeURIComponent(area)}/board`;
        const sent = await sendJson<First>('GET', path, undefined, { language, signal: left.signal });
        if (left.signal.aborted) return;
        if (sent.ok) setFirsts((held) => new Map(held).set(area, sent.value));
        else missing.push(area);
      }
      if (missing.length > 0) timer = setTimeout(() => void load(missing), AGAIN_MS);
    };
    void load(wanted.split(' '));
    return () => {
      left.abort();
      clearTimeout(timer);
    };
  }, [wanted, language]);
  return playlist.flatMap(({ area }) => firsts.get(area) ?? []);
}
