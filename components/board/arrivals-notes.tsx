'use client';
import { useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import type { Board, NoteLine } from '../../lib/wire/board.ts';
import { useBoard } from '../live/use-board.ts';
import { SeeThen } from '../ui/see-then.tsx';
import { useFormat } from '../ui/use-format.ts';

const placesOf = (board: Board) => ('places' in board ? board.places : null);

/** The texts of the numbered signs on the arrivals chart: when, on an area's page where, and what was written. */
export function ArrivalsNotes({ notes }: { notes: Readonly<Record<string, NoteLine>> }) {
  const t = useTranslations('unit');
  const format = useFormat();
  const zone = useBoard((board) => board.header.timezone);
  const places = useBoard(placesOf);
  const lines = Object.entries(notes).sort(([, a], [, b]) => a.fromAt - b.fromAt);
  if (lines.length === 0) return null;
  return (
    <ol className="mt-1 list-inside list-decimal text-small text-ink2">
      {lines.map(([key, { unit, fromAt, toAt, text }]) => {
        const from = format.clock(fromAt, zone);
        const place = places?.[unit];
        return (
          <li key={key} className="wrap-anywhere">
            {toAt === null ? t('noteFrom', { from }) : t('noteSpan', { from, to: format.clock(toAt, zone) })}
            {place && ` · ${localName(format.locale, place)}`}
            {`: ${text}`}
            <SeeThen area={unit} at={fromAt} />
          </li>
        );
      })}
    </ol>
  );
}
