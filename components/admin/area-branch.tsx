'use client';
import Link from 'next/link';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import { fullName } from '../board/place-name.ts';
import { DemoMark } from '../ui/demo-mark.tsx';
import { Tag } from '../ui/tag.tsx';
import { useAreaName } from './areas-provider.tsx';

type AreaBranchProps = {
  area: AreaItem;
  childrenOf: ReadonlyMap<string | null, readonly AreaItem[]>;
  open?: boolean;
};

/** An area with what lies below it; drawn when it is opened, since a country has thousands. */
export function AreaBranch({ area, childrenOf, open: initial = false }: AreaBranchProps) {
  const t = useTranslations('admin');
  const [open, setOpen] = useState(initial);
  const below = childrenOf.get(area.code) ?? [];
  return (
    <li className="border-b border-grid last:border-0">
      <div className="flex items-center gap-1">
        {below.length > 0 ? (
          <button
            type="button"
            aria-expanded={open}
            aria-label={t('below', { name: area.name, count: below.length })}
            onClick={() => setOpen(!open)}
            className="grid size-7 shrink-0 place-items-center rounded-md text-ink2 hover:text-ink pointer-coarse:size-11"
          >
            <span aria-hidden="true">{open ? '▾' : '▸'}</span>
          </button>
        ) : (
          <span aria-hidden="true" className="w-7 shrink-0 pointer-coarse:w-11" />
        )}
        <AreaLine area={area} count={below.length} />
      </div>
      {open && below.length > 0 && (
        <ul className="mb-1 ml-3.5 border-l border-line pl-2 sm:pl-3">
          {below.map((child) => (
            <AreaBranch key={child.code} area={child} childrenOf={childrenOf} />
          ))}
        </ul>
      )}
    </li>
  );
}

type AreaLineProps = { area: AreaItem; count?: number; withParent?: boolean };

/** One area: its name leads to its settings; then what it is and its code. */
export function AreaLine({ area, count = 0, withParent = false }: AreaLineProps) {
  const t = useTranslations('admin');
  const kinds = useTranslations('kinds');
  const locale = useLocale();
  const nameOf = useAreaName();
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5 py-1">
      <Link
        href={`/admin/areas/${encodeURIComponent(area.code)}`}
        prefetch={false}
        className="inline-flex items-center font-medium hover:underline pointer-coarse:min-h-11"
      >
        {fullName(locale, area)}
      </Link>
      {withParent && area.parent !== null && (
        <span className="text-small text-ink2">{nameOf(area.parent)}</span>
      )}
      {area.demo && area.parent === null && <DemoMark />}
      {area.validTo && <Tag>{t('ended', { day: area.validTo })}</Tag>}
      <span className="ml-auto text-small text-ink2">
        {count > 0 ? t('count', { count }) : kinds(area.kind)} ·{' '}
        <code className="font-mono">{area.code}</code>
      </span>
    </div>
  );
}
