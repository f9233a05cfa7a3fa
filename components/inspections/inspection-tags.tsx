'use client';
import { useTranslations } from 'use-intl';
import type { InspectionLine } from '../../lib/wire/inspection-reads.ts';
import { Tag } from '../ui/tag.tsx';

const TONES = { planned: 'plain', opened: 'plain', signed: 'plain', closed: 'met' } as const;

/** Where an inspection stands. Colour is for what is past its day; what the unit does not see is dashed. */
export function InspectionTags({ line }: { line: InspectionLine }) {
  const t = useTranslations('inspections');
  const { state, level, kind, announcedAt, overdue } = line;
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <Tag tone={TONES[state]}>{t(`states.${state}`)}</Tag>
      {announcedAt === null && <Tag tone="silent">{t('hiddenTag')}</Tag>}
      <Tag>{t(`levels.${level ?? 'unknown'}`)}</Tag>
      <Tag>{t(`kinds.${kind}`)}</Tag>
      {overdue > 0 && <Tag tone="urgent">{t('overdue', { count: overdue })}</Tag>}
    </span>
  );
}
