'use client';
import { useTranslations } from 'use-intl';
import type { RatingsProfile } from '../../lib/wire/rating-reads.ts';
import { TargetLine } from '../board/target-line.tsx';
import { FigureFiles } from '../charts/figure-files.tsx';
import { useFormat } from '../ui/use-format.ts';

type HeadlineProps = { profile: RatingsProfile; period: string; data: string };

/** Are people satisfied, and can the numbers bear it? With all ratings, and without the marked ones; the files of the page's figures. */
export function Headline({ profile, period, data }: HeadlineProps) {
  const t = useTranslations('ratings');
  const format = useFormat();
  const { satisfied, marked, target, n } = profile;
  const { low, high } = satisfied;
  const { share, of } = marked.satisfiedWithout;
  return (
    <div className="grid gap-1.5">
      <TargetLine
        title={t('satisfied', { period })}
        count={[satisfied.n, satisfied.of]}
        target={target}
        base={t('base', { count: n })}
        missing={t('missing')}
        beside={low !== null && t('interval', { low: format.percent(low), high: format.percent(high) })}
      />
      {marked.n > 0 && (
        <p className="px-4 text-small text-ink2">
          {t('without', { count: marked.n, share: format.percent(share), of })}
        </p>
      )}
      <FigureFiles data={data} className="px-4" />
    </div>
  );
}
