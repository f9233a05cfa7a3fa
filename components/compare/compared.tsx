'use client';
import { useTranslations } from 'use-intl';
import { unitOf } from '../../lib/domain/figure.ts';
import { judge } from '../../lib/domain/judgement.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { CompareAnswer, PeriodAnswer } from '../../lib/wire/reads.ts';
import { useBoard } from '../live/use-board.ts';
import { useClock } from '../live/use-clock.ts';
import { valueText } from '../measures/figure-text.ts';
import { useBothText } from '../measures/use-both-text.ts';
import { usePeriodText } from '../measures/use-period-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Share } from '../ui/share.tsx';
import { useFormat } from '../ui/use-format.ts';
import { CompareActions } from './compare-actions.tsx';
import { groupsOf } from './compare-groups.ts';
import { ComparePictures } from './compare-pictures.tsx';
import { Basis, CompareTable } from './compare-table.tsx';

type ComparedProps = {
  answer: CompareAnswer;
  period: PeriodAnswer;
  earlier: { beside: 'previous' | 'lastYear'; answer: CompareAnswer } | null;
};

/** The whole of an area in one line, every area below in its group, and the pictures. */
export function Compared({ answer, period, earlier }: ComparedProps) {
  const t = useTranslations('compare');
  const measures = useTranslations('measures');
  const words = useTranslations('period');
  const format = useFormat();
  const header = useBoard((board) => board.header);
  const clock = useClock();
  const periodText = usePeriodText();
  const basis = useBasis(answer);
  const both = useBothText();
  const name = localName(format.locale, header);
  const groups = groupsOf(answer, earlier?.answer ?? null);
  const text = periodText(period.kind, answer);
  const { n, of } = answer.total;
  const total = answer.target === null || of === null ? null : judge(n, of, answer.target);
  if (answer.children.length === 0) return <Notice title={t('nothingTitle')} reason={t('nothingReason')} />;
  return (
    <>
      <section className="mt-3 flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <span className="min-w-0 text-small wrap-anywhere text-ink2">{t('total', { name })}</span>
        <span className="text-lead font-semibold">
          {unitOf(answer.metric) === 'share' ? (
            <Share share={answer.total.value} of={of ?? 0} />
          ) : (
            valueText(format, answer.metric, answer.total)
          )}
        </span>
        <Basis metric={answer.metric} n={n} of={of} />
        {total?.result && total.signal && (
          <span className="text-small font-semibold">
            {t('judged', { result: total.result, signal: total.signal })}
          </span>
        )}
        <span className="text-small text-ink2">
          {basis} · {text}
          {period.running && ` · ${words('running', { day: format.date(period.today) })}`}
        </span>
      </section>
      {answer.totalWithout && (
        <p className="mt-1 text-small font-semibold">
          {both(answer.metric, answer.total, answer.totalWithout)}
        </p>
      )}
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] items-start gap-3.5 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <Panel
          title={measures(answer.metric)}
          aside={
            <CompareActions
              code={header.code}
              answer={answer}
              groups={groups}
              place={name}
              period={text}
              clock={clock}
            />
          }
        >
          <CompareTable
            answer={answer}
            groups={groups}
            earlier={earlier && periodText(period.running ? 'own' : period.kind, earlier.answer)}
          />
        </Panel>
        {answer.target !== null && (
          <div className="grid min-w-0 gap-3.5 xl:sticky xl:top-3">
            <ComparePictures answer={answer} target={answer.target} period={text} clock={clock} />
          </div>
        )}
      </div>
    </>
  );
}

/** The target and where it stands. */
function useBasis({ target, targetBasis }: CompareAnswer): string {
  const t = useTranslations('compare');
  const format = useFormat();
  if (target === null) return t('noTarget');
  const within =
    targetBasis?.seconds == null ? '' : ` ${t('within', { length: format.duration(targetBasis.seconds) })}`;
  const value = `${format.target(target)}${within}`;
  if (!targetBasis) return t('target', { target: value });
  if (targetBasis.source === 'default') return `${t('target', { target: value })} (${t('default')})`;
  return t('targetSource', {
    target: value,
    from: format.date(targetBasis.from),
    source: targetBasis.source,
  });
}
