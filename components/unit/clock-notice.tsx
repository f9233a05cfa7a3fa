'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ClocksAnswer } from '../../lib/wire/reads.ts';
import { afterNumbers } from '../live/numbers-first.ts';
import { useUnitBoard } from '../live/use-board.ts';
import { useReadsMeasures } from '../ui/measures-reader.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';
import { useTimezone } from './use-unit.ts';

const EVERY_MS = 60_000;

/** Says whose events are refused today because their clock runs ahead; nothing where all clocks are right. */
export function ClockNotice() {
  const t = useTranslations('unit');
  const format = useFormat();
  const zone = useTimezone();
  const code = useUnitBoard((board) => board.header.code);
  const sources = useClocks(code);
  return sources.map(({ source, at }) => (
    <Notice
      key={source}
      tone="attention"
      title={<span className="wrap-anywhere">{t('clockTitle', { source })}</span>}
      reason={t('clockReason', { time: format.clock(at, zone) })}
      action={t('clockAction')}
    />
  ));
}

/** Asked for after the numbers and once a minute, by whoever may read it: refused events are not in the log, so no board tells of them. */
function useClocks(code: string): ClocksAnswer['sources'] {
  const [sources, setSources] = useState<ClocksAnswer['sources']>([]);
  const may = useReadsMeasures();
  useEffect(() => {
    if (!may) return;
    const leave = new AbortController();
    const ask = async (): Promise<void> => {
      const answer = await fetch(`/api/v1/areas/${encodeURIComponent(code)}/clocks`, {
        signal: leave.signal,
      });
      // Our own endpoint, of this page's version.
      if (answer.ok) setSources(((await answer.json()) as ClocksAnswer).sources);
    };
    // A minute later it is asked again; the state of the line itself stands in the header.
    const asking = (): void => void ask().catch(() => undefined);
    afterNumbers(async () => asking()).catch(() => undefined);
    const timer = setInterval(asking, EVERY_MS);
    return () => {
      leave.abort();
      clearInterval(timer);
    };
  }, [code, may]);
  return sources;
}
