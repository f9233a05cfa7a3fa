'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useAreaBoard } from '../live/use-board.ts';
import { useFormat } from '../ui/use-format.ts';
import { commonLabel } from './place-name.ts';

/** What the units of this area are called: `many` inside a sentence ("phường"), `column` above a list ("Phường"). */
export function useUnitWords(): { many: string; column: string } {
  const t = useTranslations('overview');
  const { locale } = useFormat();
  const places = useAreaBoard((board) => board.places);
  const child = useAreaBoard((board) => board.header.grain === 'child');
  const label = useMemo(() => commonLabel(Object.values(places)), [places]);
  // Labels are data and have one language.
  if (locale === 'vi' && label)
    return { many: label, column: label.charAt(0).toUpperCase() + label.slice(1) };
  return child
    ? { many: t('children'), column: t('childColumn') }
    : { many: t('units'), column: t('unitColumn') };
}
