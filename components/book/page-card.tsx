'use client';
import { useTranslations } from 'use-intl';
import type { SuggestionLine } from '../../lib/wire/suggestion-reads.ts';
import { PageLink } from '../ui/page-link.tsx';
import { useFormat } from '../ui/use-format.ts';
import { bookPagePath } from './book-path.ts';
import { type Areas, useHidden, useUnitName } from './book-words.ts';
import { PageTags } from './page-tags.tsx';
import { SeenStamp } from './seen-stamp.tsx';

type PageCardProps = {
  line: SuggestionLine;
  areas: Areas;
  /** Whether lines of several units stand together. */
  named: boolean;
};

/** One page of the book in the list: its number leads to it. */
export function PageCard({ line, areas, named }: PageCardProps) {
  const t = useTranslations('book');
  const format = useFormat();
  const nameOf = useUnitName(areas);
  const hidden = useHidden()(line);
  const { unit, page } = line;
  return (
    <li className="grid gap-x-5 gap-y-2 border-b border-grid py-3.5 last:border-0 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <h2 className="font-semibold">
            <PageLink
              href={bookPagePath(unit, page)}
              className="inline-flex items-center text-brand hover:underline pointer-coarse:min-h-11"
            >
              {named ? t('pageOf', { page, unit: nameOf(unit) }) : t('page', { page })}
            </PageLink>
          </h2>
          <span className="text-small text-ink2">
            {format.day(line.day)}
            {line.channel !== null && ` · ${t(`channels.${line.channel}`)}`}
          </span>
          <PageTags line={line} />
        </div>
        {hidden === null ? (
          <p className="mt-1 line-clamp-4 whitespace-pre-line wrap-anywhere">{line.text}</p>
        ) : (
          <p className="mt-1 text-ink2 italic">{hidden}</p>
        )}
      </div>
      {line.seenAt !== null && (
        <div className="self-start justify-self-start sm:justify-self-end">
          <SeenStamp line={line} areas={areas} />
        </div>
      )}
    </li>
  );
}
