'use client';
import { useTranslations } from 'use-intl';
import type { PageAnswer, PageStep } from '../../lib/wire/suggestion-reads.ts';
import { Panel } from '../ui/panel.tsx';
import { type Areas, useDueDay, useMoment } from './book-words.ts';

/** Everything that was done with a page, in its order. */
export function PageSteps({ page: { unit, steps }, areas }: { page: PageAnswer; areas: Areas }) {
  const t = useTranslations('book');
  if (steps.length === 0) return null;
  return (
    <Panel title={t('steps')} className="mt-3">
      <ol className="mt-1">
        {steps.map((step) => (
          <Step key={`${step.step} ${step.at} ${step.by?.name}`} step={step} unit={unit} areas={areas} />
        ))}
      </ol>
    </Panel>
  );
}

function Step({ step, unit, areas }: { step: PageStep; unit: string; areas: Areas }) {
  const t = useTranslations('book');
  const moment = useMoment(areas, unit);
  const dueDay = useDueDay(areas, unit);
  const { by, owner, due } = step;
  return (
    <li className="grid gap-x-4 border-b border-grid py-2 last:border-0 sm:grid-cols-[13rem_1fr]">
      <time dateTime={step.at} className="text-small text-ink2">
        {moment(step.at)}
      </time>
      <div className="min-w-0 wrap-anywhere">
        <p>
          <b className="font-semibold">{t(`step.${step.step}`)}</b>
          {step.kind !== null && `: ${t(`kinds.${step.kind}`)}`}
          {by && (
            <span className="text-ink2">
              {' · '}
              {[by.title, by.name, by.onBehalfOf && t('onBehalfOf', { name: by.onBehalfOf })]
                .filter(Boolean)
                .join(' · ')}
              {!step.here && ` (${t('told')})`}
            </span>
          )}
        </p>
        {step.text !== null && <p className="mt-0.5 whitespace-pre-line">{step.text}</p>}
        {(owner !== null || due !== null) && (
          <p className="mt-0.5 text-small text-ink2">
            {[owner !== null && t('owner', { owner }), due !== null && t('dueDay', { day: dueDay(due) })]
              .filter(Boolean)
              .join(' · ')}
          </p>
        )}
      </div>
    </li>
  );
}
