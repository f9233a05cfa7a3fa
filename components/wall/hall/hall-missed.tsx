'use client';
import { useTranslations } from 'use-intl';
import type { WallDistance } from '../../../lib/domain/access/wall-view.ts';
import type { HallBoard } from '../../../lib/wire/wall-board.ts';

/** Whoever missed a call longer ago has asked somebody. */
const SHOWN_MS = 60 * 60_000;
const MOST = { 5: 4, 8: 2 } as const;

type MissedProps = { board: HallBoard; now: number; distance: WallDistance };

/** Numbers that were called while nobody came, and how to be called again. */
export function HallMissed({ board, now, distance }: MissedProps) {
  const t = useTranslations('wallBoard.hall');
  const missed = Object.entries(board.missed)
    .filter(([, { at }]) => now - at < SHOWN_MS)
    .sort(([, one], [, other]) => other.at - one.at)
    .slice(0, MOST[distance]);
  return (
    <section className="rounded-2xl border border-line bg-panel px-7 py-3">
      <h2 className="text-(length:--word) font-medium text-ink2">{t('missed')}</h2>
      {missed.length === 0 ? (
        <p className="text-(length:--small) text-ink2">{t('missedNone')}</p>
      ) : (
        <>
          <p className="flex flex-wrap gap-x-8 font-semibold">
            {missed.map(([number]) => (
              <span
                key={number}
                className="text-(length:--figure) leading-[1.15]"
                data-missed={number}
                data-read=""
              >
                {number}
              </span>
            ))}
          </p>
          <p className="mt-1 text-(length:--small) text-balance">{t('missedHow')}</p>
        </>
      )}
    </section>
  );
}
