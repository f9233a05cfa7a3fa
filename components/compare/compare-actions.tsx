'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import type { CompareAnswer } from '../../lib/wire/reads.ts';
import { FigureFiles } from '../charts/figure-files.tsx';
import { SMALL_ACT } from '../charts/small-act.ts';
import { valueText } from '../measures/figure-text.ts';
import { useFormat } from '../ui/use-format.ts';
import type { ComparedLine, Group } from './compare-groups.ts';
import { comparePath } from './compare-path.ts';

type CompareActionsProps = {
  /** Of the area. */
  code: string;
  answer: CompareAnswer;
  groups: readonly [Group, ComparedLine[]][];
  place: string;
  period: string;
  clock: string;
};

/** Takes the comparison elsewhere: as a link, as a sentence, as data. */
export function CompareActions(props: CompareActionsProps) {
  const t = useTranslations('compare');
  const [said, setSaid] = useState<'copied' | 'notCopied' | null>(null);
  const sentence = useSentence(props);
  const copy = async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('copied');
    } catch {
      // Plain http: the browser keeps its clipboard to itself.
      setSaid('notCopied');
    }
  };
  const { metric, level, from, to } = props.answer;
  const actions: [name: 'copyLink' | 'copyText', act: () => Promise<void>][] = [
    ['copyLink', () => copy(location.href)],
    ['copyText', () => copy(sentence(location.href))],
  ];
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span role="status">{said && t(said)}</span>
      {actions.map(([name, act]) => (
        <button key={name} type="button" onClick={() => void act()} className={SMALL_ACT}>
          {t(name)}
        </button>
      ))}
      <FigureFiles data={comparePath(props.code, { metric, level, from, to })} />
    </span>
  );
}

/** The comparison in a sentence for a message: value, what it stands on, target, who clearly misses it, time, link. */
function useSentence({
  answer,
  groups,
  place,
  period,
  clock,
}: CompareActionsProps): (link: string) => string {
  const t = useTranslations('compare');
  const measures = useTranslations('measures');
  const format = useFormat();
  const { metric, total, target } = answer;
  const missed = groups.find(([group]) => group === 'notMet clear')?.[1] ?? [];
  const places = missed.map((line) => {
    const count = t('of', { n: line.n, of: line.of ?? 0 });
    return `${localName(format.locale, line)} ${valueText(format, metric, line)} (${count})`;
  });
  return (link) =>
    t('sentence', {
      measure: measures(metric),
      period,
      place,
      value: valueText(format, metric, total),
      of: total.of === null ? t('ofVisits', { n: total.n }) : t('of', { n: total.n, of: total.of }),
      target: target === null ? t('noTarget') : t('target', { target: format.target(target) }),
      missed:
        places.length > 0
          ? t('missed', { places: places.join('; ') })
          : target === null
            ? ''
            : t('noneMissed'),
      time: clock,
      link,
    });
}
