'use client';
import { useTranslations } from 'use-intl';
import { MARKS } from '../../lib/domain/rating-marks.ts';
import type { RatingsProfile } from '../../lib/wire/rating-reads.ts';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';

type MarksPanelProps = {
  profile: RatingsProfile;
  /** Shows the ratings of a mark in the list. */
  onChoose: (mark: string) => void;
};

/** Which ratings need a look? What each is marked for; all stay in the totals (S3). */
export function MarksPanel({ profile: { marked, n }, onChoose }: MarksPanelProps) {
  const t = useTranslations('ratings');
  const format = useFormat();
  const found = MARKS.filter((mark) => marked.byReason[mark] > 0);
  return (
    <Panel title={t('marksTitle')} aside={n > 0 && t('marksAside', { count: marked.n, of: n })}>
      {found.length === 0 ? (
        <p className="mt-2 text-small text-ink2">{t('noMarks')}</p>
      ) : (
        <ul className="mt-1.5 text-small">
          {found.map((mark) => (
            <li
              key={mark}
              className="flex justify-between gap-3 border-b border-grid py-1 last:border-0 pointer-coarse:items-center"
            >
              <button
                type="button"
                onClick={() => onChoose(mark)}
                className="text-left text-brand underline decoration-line underline-offset-3 hover:decoration-brand pointer-coarse:min-h-11"
              >
                {t(`marks.${mark}`)}
              </button>
              <span className="font-semibold">{format.number(marked.byReason[mark])}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2 text-small text-ink2">{t('marksNote')}</p>
    </Panel>
  );
}
