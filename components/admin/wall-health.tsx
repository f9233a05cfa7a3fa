'use client';
import { useTranslations } from 'use-intl';
import type { WallSeen } from '../../lib/wire/wall-report.ts';
import { Tag } from '../ui/tag.tsx';
import { useFormat } from '../ui/use-format.ts';
import { wallTroubles } from './wall-troubles.ts';

/** How a TV said that it is, in two lines: what is wrong first, then what it is. `now` is epoch ms. */
export function WallHealth({ seen, now }: { seen: WallSeen | undefined; now: number }) {
  const t = useTranslations('admin.walls');
  const format = useFormat();
  if (!seen) return <span className="text-ink2">{t('unseen')}</span>;
  const { report, at } = seen;
  const troubles = wallTroubles(seen, now);
  return (
    <div>
      <span className="flex flex-wrap gap-1.5">
        {troubles.length === 0 && <span>{t('well')}</span>}
        {troubles.map((trouble) => (
          <Tag key={trouble} tone={trouble === 'silent' ? 'silent' : 'attention'}>
            {t(`troubles.${trouble}`, {
              age: format.age(now - at),
              length: format.duration(Math.abs(report.driftMs ?? 0) / 1000),
            })}
          </Tag>
        ))}
      </span>
      <span className="block text-small text-ink2">
        {[
          t('heard', { age: format.age(now - at) }),
          t('size', { width: String(report.width), height: String(report.height) }),
          ...(report.memoryMb === null ? [] : [t('memory', { mb: report.memoryMb })]),
          t('up', { length: format.duration(report.upMs / 1000) }),
          t('build', { build: report.build.slice(0, 7) }),
        ].join(' · ')}
      </span>
    </div>
  );
}
