'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import { useAreaBoard } from '../live/use-board.ts';
import { useFormat } from '../ui/use-format.ts';
import { commonLabel } from './place-name.ts';

/** What the units of this area are called: `many` inside a sentence ("phường"), `column` above a list ("Phường"). */
export function useUnitWords(): { many: string; column: string } {
  const t = useTranslations('overview');
  const { locale } = useFormat();
  const places = useAreaBoard((board) => board.places);
  const label = useMemo(() => commonLabel(Object.values(places)), [places]);
  // Labels are data and have one language.
  const many = locale === 'vi' && label ? label : t('units');
  const column = locale === 'vi' && label ? label.charAt(0).toUpperCase() + label.slice(1) : t('unitColumn');
  return { many, column };
}
