'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Board } from '../../lib/wire/board.ts';
import { useLive } from '../live/live-context.ts';
import { useBoard } from '../live/use-board.ts';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/use-format.ts';

// What time alone changes, the list shows by itself.
const countsOf = ({ totals: { dossiers } }: Board): string =>
  dossiers === null
    ? ''
    : [dossiers.open, dossiers.awaitingSupplement, dossiers.unaccepted, ...dossiers.onTimeMonth].join();

/** Says that the counts of the board have changed since a list was loaded: rows never move under the reader's hand. */
export function ChangedNotice({ first, reload }: { first: object; reload: () => void }) {
  const t = useTranslations('dossierList');
  const format = useFormat();
  const { clock } = useLive();
  const zone = useBoard((board) => board.header.timezone);
  const counts = useBoard(countsOf);
  const [loaded, setLoaded] = useState({ first, counts, at: clock.now() });
  useEffect(() => {
    if (loaded.first !== first) setLoaded({ first, counts, at: clock.now() });
  }, [loaded, first, counts, clock]);
  if (loaded.first !== first || loaded.counts === counts) return null;
  return (
    <p role="status" className="mt-2 flex flex-wrap items-center gap-3 text-small text-ink2">
      {t('changed', { time: format.clock(loaded.at, zone) })}
      <Button onClick={reload}>{t('reload')}</Button>
    </p>
  );
}
