'use client';
import { useTranslations } from 'use-intl';
import type { ComparedMetric } from '../../lib/domain/compared-metric.ts';
import { unitOf } from '../../lib/domain/figure.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { CompareAnswer } from '../../lib/wire/reads.ts';
import { valueText } from '../measures/figure-text.ts';
import { useFigureText } from '../measures/use-both-text.ts';
import { AreaLink } from '../ui/area-link.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { ComparedLine, Group } from './compare-groups.ts';

const TONES: Record<Group, Tone> = {
  'notMet clear': 'urgent',
  'notMet withinNoise': 'attention',
  'met withinNoise': 'plain',
  'met clear': 'met',
  unjudged: 'silent',
  plain: 'plain',
};

type CompareTableProps = {
  answer: CompareAnswer;
  groups: readonly [Group, ComparedLine[]][];
  /** What the earlier figures are of; null: none are asked for. */
  earlier: string | null;
};

/** Every area in its group: its figure, what it stands on, and what changed. */
export function CompareTable({ answer, groups, earlier }: CompareTableProps) {
  const t = useTranslations('compare');
  const shares = unitOf(answer.metric) === 'share';
  const columns = 3 + (shares ? 1 : 0) + (earlier === null ? 0 : 1);
  return (
    <table className="w-full border-collapse text-small">
      <caption className="sr-only">{t('title')}</caption>
      <thead className="text-tiny text-ink2">
        <tr>
          <th scope="col" className="py-1 pr-2 text-left font-medium">
            {t('unit')}
          </th>
          <th scope="col" className="px-2 py-1 text-right font-medium">
            {t('value')}
          </th>
          {shares && (
            <th scope="col" className="px-2 py-1 text-right font-medium max-sm:hidden">
              {t('interval')}
            </th>
          )}
          {earlier !== null && (
            <th scope="col" className="px-2 py-1 text-right font-medium">
              {earlier}
            </th>
          )}
          <th scope="col" className="py-1 pl-2 text-left font-medium max-sm:hidden">
            {t('remark')}
          </th>
        </tr>
      </thead>
      {groups.map(([group, lines]) => (
        <tbody key={group}>
          <tr>
            <th scope="rowgroup" colSpan={columns} className="pt-3 pb-1 text-left">
              <Tag tone={TONES[group]}>{t(group)}</Tag>
              <span className="ml-2 font-normal text-ink2">{t('places', { count: lines.length })}</span>
            </th>
          </tr>
          {lines.map((line) => (
            <Line key={line.code} line={line} answer={answer} shares={shares} beside={earlier !== null} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

type LineProps = { line: ComparedLine; answer: CompareAnswer; shares: boolean; beside: boolean };

function Line({ line, answer, shares, beside }: LineProps) {
  const t = useTranslations('compare');
  const format = useFormat();
  const remarks = useRemarks(line, answer);
  return (
    <tr className="border-t border-grid align-baseline">
      <th
        scope="row"
        // A cluster of letters may be wider than a phone: it is cut there, and no figure leaves its place.
        className={`overflow-x-clip py-1.5 pr-2 text-left font-normal max-sm:max-w-0 ${beside ? 'max-sm:w-2/5' : 'max-sm:w-full'}`}
      >
        <AreaLink code={line.code} className="hover:underline">
          {localName(format.locale, line)}
        </AreaLink>
        {remarks.length > 0 && (
          <span className="block text-tiny text-ink2 sm:hidden">{remarks.join(' · ')}</span>
        )}
      </th>
      <td className="px-2 py-1.5 text-right whitespace-nowrap">
        <span className="font-semibold">{valueText(format, answer.metric, line)}</span>
        <Basis metric={answer.metric} n={line.n} of={line.of} />
      </td>
      {shares && (
        <td className="px-2 py-1.5 text-right whitespace-nowrap text-ink2 max-sm:hidden">
          {line.low === null ? '—' : `${format.percent(line.low)} – ${format.percent(line.high)}`}
        </td>
      )}
      {beside && (
        <td className="px-2 py-1.5 text-right">
          {line.borders !== null ? (
            <span className="text-tiny text-ink2">
              {t('bordersBetween', { day: format.date(line.borders) })}
            </span>
          ) : (
            <>
              <span className="whitespace-nowrap">
                {line.earlier ? valueText(format, answer.metric, line.earlier) : '—'}
                {line.earlier && <Basis metric={answer.metric} n={line.earlier.n} of={line.earlier.of} />}
              </span>
              {line.change && (
                <span
                  className={`block text-tiny ${line.change.signal === 'withinNoise' ? 'text-ink2' : 'font-semibold'}`}
                >
                  {t(line.change.signal)}
                </span>
              )}
            </>
          )}
        </td>
      )}
      <td className="py-1.5 pl-2 text-ink2 max-sm:hidden">{remarks.join(' · ')}</td>
    </tr>
  );
}

function useRemarks(line: ComparedLine, answer: CompareAnswer): string[] {
  const { few, changedOn, target, without } = line;
  const t = useTranslations('compare');
  const notes = useTranslations('notes');
  const figure = useFigureText();
  const format = useFormat();
  return [
    without !== null && `${notes('without')}: ${figure(answer.metric, without)}`,
    few && t('few'),
    changedOn !== null && changedOn > answer.from && t('bordersInside', { day: format.date(changedOn) }),
    target !== null && target !== answer.target && t('ownTarget', { target: format.target(target) }),
  ].filter((remark) => remark !== false);
}

/** What a figure stands on: n of all for a share, called visits for a wait. */
export function Basis({ metric, n, of }: { metric: ComparedMetric; n: number; of: number | null }) {
  const t = useTranslations('compare');
  const unit = unitOf(metric);
  if (unit === 'count' || (unit === 'share' ? of : n) === 0) return null;
  return (
    <span className="ml-1.5 text-tiny text-ink2">
      {unit === 'share' ? t('of', { n, of: of ?? 0 }) : t('ofVisits', { n })}
    </span>
  );
}
