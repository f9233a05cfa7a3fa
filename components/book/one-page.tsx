'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PageAnswer } from '../../lib/wire/suggestion-reads.ts';
import { PageHead } from '../admin/page-head.tsx';
import { AnsweredList } from '../forms/answered-list.tsx';
import { useApi } from '../forms/use-api.ts';
import { useAreas } from '../shell/use-areas.ts';
import { PageLink } from '../ui/page-link.tsx';
import { useFormat } from '../ui/use-format.ts';
import { bookApiPath } from './book-path.ts';
import { type Areas, useDueDay, useHidden, useUnitName } from './book-words.ts';
import { PageActs } from './page-acts.tsx';
import { PageSteps } from './page-steps.tsx';
import { PageTags } from './page-tags.tsx';
import { SeenStamp } from './seen-stamp.tsx';

/** One page of the book of a unit: what it says, its marks, and what the reader can do with it. */
export function OnePage({ unit, page }: { unit: string; page: number }) {
  const t = useTranslations('book');
  const [tree, loadTree] = useAreas();
  const [state, reload] = useApi<PageAnswer>(bookApiPath(unit, page));
  const [changed, setChanged] = useState<PageAnswer | null>(null);
  useEffect(loadTree, [loadTree]);
  const areas = tree.kind === 'ready' ? tree.areas : [];
  const nameOf = useUnitName(areas);
  return (
    <>
      <PageHead
        above={
          <PageLink
            href={`/suggestions?area=${encodeURIComponent(unit)}`}
            className="inline-flex items-center font-semibold text-brand hover:underline pointer-coarse:min-h-11"
          >
            ‹ {t('back')}
          </PageLink>
        }
        title={t('pageOf', { page, unit: nameOf(unit) })}
      />
      <AnsweredList theme="book" state={state} reload={reload}>
        {(read) => {
          const held = changed ?? read;
          return (
            <>
              <Sheet page={held} areas={areas} />
              <PageActs page={held} onDone={setChanged} />
              <PageSteps page={held} areas={areas} />
            </>
          );
        }}
      </AnsweredList>
    </>
  );
}

function Sheet({ page, areas }: { page: PageAnswer; areas: Areas }) {
  const t = useTranslations('book');
  const format = useFormat();
  const dueDay = useDueDay(areas, page.unit);
  const hidden = useHidden()(page);
  const facts: [term: string, value: string | null][] = [
    [t('channel'), page.channel === null ? null : t(`channels.${page.channel}`)],
    [t('contact'), page.contact],
    [t('body'), page.kind !== null && page.state === 'away' ? (page.body ?? t('above')) : page.body],
    [t('due'), page.dueAt === null ? null : `${dueDay(page.dueAt)} · ${page.termSource}`],
    [t('wait'), page.waitSec === null ? null : t('workingTime', { time: format.duration(page.waitSec) })],
  ];
  return (
    <article className="mt-3 rounded-panel border border-line bg-panel px-4 py-4 sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-ink2">{format.day(page.day)}</p>
        <PageTags line={page} />
      </div>
      {hidden === null ? (
        <p className="mt-3 text-base whitespace-pre-line wrap-anywhere">{page.text}</p>
      ) : (
        <p className="mt-3 text-ink2 italic">{hidden}</p>
      )}
      {page.photo && (
        // Drawn by our own server, for this reader alone.
        // biome-ignore lint/performance/noImgElement: an optimiser would keep a copy
        <img
          src={`/api/v1${bookApiPath(page.unit, page.page)}/photo`}
          alt={t('photoOf', { page: page.page })}
          className="mt-3 max-h-[70vh] max-w-full rounded-md border border-line"
        />
      )}
      <dl className="mt-4 grid gap-x-4 gap-y-1 text-small sm:grid-cols-[auto_1fr]">
        {facts.map(
          ([term, value]) =>
            value !== null && (
              <div key={term} className="contents">
                <dt className="text-ink2">{term}</dt>
                <dd className="mb-1 wrap-anywhere sm:mb-0">{value}</dd>
              </div>
            ),
        )}
      </dl>
      {page.repeats > 0 && (
        <p className="mt-2 text-small text-ink2">{t('repeats', { count: page.repeats })}</p>
      )}
      {page.seenAt !== null && (
        <div className="mt-4 flex justify-end">
          <SeenStamp line={page} areas={areas} />
        </div>
      )}
    </article>
  );
}
