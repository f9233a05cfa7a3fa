'use client';
import { useLayoutEffect } from 'react';
import { useTranslations } from 'use-intl';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { useBoard } from '../live/use-board.ts';
import { useNowAs } from '../live/use-now.ts';
import { useFormat } from '../ui/use-format.ts';

/** Says at every moment, and in the name of the page, that this is the past: nobody takes it for live. */
export function PastMark() {
  const t = useTranslations('replay');
  const format = useFormat();
  const zone = useBoard((board) => board.header.timezone);
  const clock = useNowAs((now) => format.clock(now, zone));
  const day = useNowAs((now) => format.date(localDay(zone, now)));
  const mark = t('mark', { clock, day });
  // The name that the way here brings along comes when it comes; it must not take this one's place, nor this the next page's.
  useLayoutEffect(() => {
    const name = (): void => {
      if (document.title !== mark) document.title = mark;
    };
    name();
    const watch = new MutationObserver(name);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, [mark]);
  return (
    <p
      className="flex items-center gap-2 font-bold tracking-wide whitespace-nowrap tabular-nums"
      title={t('markMeaning')}
    >
      <span aria-hidden="true" className="size-2.5 rotate-45 border-2 border-current" />
      {mark}
    </p>
  );
}
