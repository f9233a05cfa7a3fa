'use client';
import { useTranslations } from 'use-intl';
import type { InspectionAnswer } from '../../lib/wire/inspection-reads.ts';
import { Panel } from '../ui/panel.tsx';
import { useInspectionWords } from './use-inspection-words.ts';

/** Everything that happened in an inspection, in its order. What was found has its own panel. */
export function InspectionSteps({ inspection: { unit, steps, found } }: { inspection: InspectionAnswer }) {
  const t = useTranslations('inspections');
  const { moment } = useInspectionWords(unit);
  const numberOf = (code: string | null): string => {
    const index = found.findIndex(({ finding }) => finding === code);
    return index < 0 ? '' : ` ${index + 1}`;
  };
  return (
    <Panel title={t('steps')} className="mt-3 max-sm:mb-32">
      <ol className="mt-1">
        {steps.map(({ step, at, finding, text, here }) => (
          <li
            key={`${step} ${at} ${finding} ${text}`}
            className="grid gap-x-4 border-b border-grid py-2 last:border-0 sm:grid-cols-[13rem_1fr]"
          >
            <time dateTime={at} className="text-small text-ink2">
              {moment(at)}
            </time>
            <div className="min-w-0 wrap-anywhere">
              <p>
                <b className="font-semibold">
                  {t(`step.${step}`)}
                  {numberOf(finding)}
                </b>
                {!here && <span className="text-ink2"> ({t('told')})</span>}
              </p>
              {text !== null && step !== 'finding_added' && (
                <p className="mt-0.5 whitespace-pre-line">{text}</p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
