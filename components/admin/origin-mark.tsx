'use client';
import { useTranslations } from 'use-intl';
import { Tag } from '../ui/tag.tsx';
import { useAreaName } from './areas-provider.tsx';

/** Whether a setting is the area's own, or which area above it comes from. */
export function OriginMark({ own, area }: { own: boolean; area: string }) {
  const t = useTranslations('admin');
  const nameOf = useAreaName();
  return own ? (
    <Tag>{t('own')}</Tag>
  ) : (
    <span className="text-small text-ink2">{t('from', { area: nameOf(area) })}</span>
  );
}
