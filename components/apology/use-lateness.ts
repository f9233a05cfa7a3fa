'use client';
import { useTranslations } from 'use-intl';
import type { ApologyLine } from '../../lib/wire/dossier-reads.ts';
import { useFormat } from '../ui/use-format.ts';

/** "trễ 6 ngày": how late the result is or was; nothing where it is in time. */
export function useLateness(): (line: Pick<ApologyLine, 'dueAt' | 'settledAt'>) => string {
  const t = useTranslations('apology.page');
  const format = useFormat();
  return ({ dueAt, settledAt }) => {
    if (dueAt === null) return '';
    const until = settledAt === null ? Date.now() : Date.parse(settledAt);
    const seconds = (until - Date.parse(dueAt)) / 1000;
    if (seconds <= 0) return '';
    const length = format.duration(seconds);
    return settledAt === null ? t('lateBy', { length }) : t('settledLate', { length });
  };
}
