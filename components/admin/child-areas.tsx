'use client';
import { useTranslations } from 'use-intl';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import { Panel } from '../ui/panel.tsx';
import { AreaLine } from './area-branch.tsx';
import { useAreas } from './areas-provider.tsx';

/** What lies directly below an area; nothing for a unit. */
export function ChildAreas({ area }: { area: AreaItem }) {
  const t = useTranslations('admin');
  const { list } = useAreas();
  const below = list.filter(({ parent }) => parent === area.code);
  if (below.length === 0) return null;
  return (
    <Panel title={t('children')} aside={t('count', { count: below.length })}>
      <ul className="mt-1">
        {below.map((child) => (
          <li key={child.code} className="border-b border-grid last:border-0">
            <AreaLine area={child} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
