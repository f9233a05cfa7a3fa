'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ListAnswer } from '../../lib/wire/reads.ts';
import { Notice } from '../ui/notice.tsx';
import { MoreLines } from './more-lines.tsx';
import { useLaterPages } from './use-later-pages.ts';

type ListedLinesProps<T> = {
  theme: 'book' | 'inspections';
  /** What follows `/api/v1`. */
  path: string;
  first: ListAnswer<T>;
  /** Whether anything but the area narrows the list. */
  filtered: boolean;
  children: (lines: readonly T[]) => ReactNode;
};

/** Lines as the server orders them; more come on demand. */
export function ListedLines<T>({ theme, path, first, filtered, children }: ListedLinesProps<T>) {
  const t = useTranslations(theme);
  const pages = useLaterPages<T>(path, first);
  const { items: lines } = pages;
  if (lines.length === 0)
    return filtered ? (
      <Notice title={t('noMatchTitle')} reason={t('noMatchReason')} />
    ) : (
      <Notice title={t('noneTitle')} reason={t('noneReason')} />
    );
  return (
    <section aria-label={t('title')} className="mt-3 rounded-panel border border-line bg-panel px-4 py-1">
      <ol>{children(lines)}</ol>
      <MoreLines
        pages={pages}
        words={{ more: t('more'), loading: t('loading') }}
        all={t('all', { count: lines.length })}
        className="py-2.5"
      />
    </section>
  );
}
