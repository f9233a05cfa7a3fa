'use client';
import { useTranslations } from 'use-intl';
import { useUnitBoard } from '../live/use-board.ts';
import { mostThanked } from './most-thanked.ts';

/** Each day one thanks comes before the first complaint; nothing stands here while nobody gave one. */
export function ThanksLine() {
  const t = useTranslations('task');
  const reasons = useTranslations('reasons');
  const ratings = useUnitBoard((board) => board.ratings);
  const praise = (reason: string): Parameters<typeof reasons>[0] =>
    `praise.${reason}` as Parameters<typeof reasons>[0];
  const thanked = mostThanked(ratings, (reason) => reasons.has(praise(reason)));
  if (!thanked) return null;
  const { count, counter } = thanked;
  const words = { count, what: reasons(praise(thanked.reason)) };
  return (
    <p className="rounded-panel border border-line bg-panel px-4 py-2.5">
      <span className="text-small text-ink2">{t('thanks')}</span>{' '}
      {counter === null ? t('thanksFor', words) : t('thanksAt', { ...words, counter })}
    </p>
  );
}
