'use client';
import { useTranslations } from 'use-intl';
import { LEVELS } from '../../lib/domain/rating-level.ts';
import { MARKS } from '../../lib/domain/rating-marks.ts';
import type { RatingsProfile } from '../../lib/wire/rating-reads.ts';
import type { ListAnswer, RatingLineItem } from '../../lib/wire/reads.ts';
import { FilterSelect } from '../admin/filter-select.tsx';
import { Loaded } from '../admin/loaded.tsx';
import { MoreLines } from '../forms/more-lines.tsx';
import { useApi } from '../forms/use-api.ts';
import { useLaterPages } from '../forms/use-later-pages.ts';
import { Notice } from '../ui/notice.tsx';
import { RatingLine } from './rating-line.tsx';

/** Lines of a page. */
const LINES = 50;

type RatingListProps = { path: string; profile: RatingsProfile };

/** The ratings themselves, newest first, narrowed by level and by mark. */
export function RatingList({ path, profile }: RatingListProps) {
  const t = useTranslations('ratings');
  const levels = useTranslations('levels');
  const [state, reload] = useApi<ListAnswer<RatingLineItem>>(`${path}&limit=${LINES}`);
  return (
    <section aria-labelledby="ratings-list" className="min-w-0">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="ratings-list" className="text-lead font-semibold">
          {t('listTitle')}
        </h2>
        <fieldset aria-label={t('listFilters')} className="flex min-w-0 flex-wrap gap-2">
          <FilterSelect
            name="level"
            label={t('level')}
            any={t('anyLevel')}
            options={LEVELS.map((value) => ({ value, text: levels(value) }))}
          />
          <FilterSelect
            name="mark"
            label={t('mark')}
            any={t('anyMark')}
            options={[
              { value: 'any', text: t('markAny') },
              { value: 'none', text: t('markNone') },
              ...MARKS.map((value) => ({ value, text: t(`marks.${value}`) })),
            ]}
          />
        </fieldset>
      </div>
      <div className="mt-2">
        <Loaded state={state} reload={reload}>
          {(first) => <Lines path={`${path}&limit=${LINES}`} first={first} profile={profile} />}
        </Loaded>
      </div>
    </section>
  );
}

type LinesProps = RatingListProps & { first: ListAnswer<RatingLineItem> };

function Lines({ path, first, profile }: LinesProps) {
  const t = useTranslations('ratings');
  const pages = useLaterPages<RatingLineItem>(path, first);
  if (pages.items.length === 0 && !pages.more)
    return <Notice title={t('noneTitle')} reason={t('noneReason')} />;
  return (
    <div className="rounded-panel border border-line bg-panel px-4 py-1">
      <ol>
        {pages.items.map((line) => (
          <RatingLine key={`${line.unit} ${line.rating}`} line={line} profile={profile} />
        ))}
      </ol>
      <MoreLines
        pages={pages}
        words={{ more: t('more'), loading: t('loading') }}
        all={t('all', { count: pages.items.length })}
        className="py-2.5"
      />
    </div>
  );
}
