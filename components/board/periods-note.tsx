'use client';
import { useTranslations } from 'use-intl';
import { useAreaBoard } from '../live/use-board.ts';
import { useFormat } from '../ui/use-format.ts';

/** Which columns of the table stand for the month, and which for now. */
export function PeriodsNote() {
  const t = useTranslations('overview');
  const format = useFormat();
  const month = format.month(useAreaBoard((board) => board.header.monthFrom));
  const dossiers = useAreaBoard((board) => board.totals.dossiers !== null);
  return t(dossiers ? 'periodsWithDossiers' : 'periods', { month });
}
