'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { judge } from '../../lib/domain/judgement.ts';
import { shareOf } from '../../lib/domain/wilson.ts';
import type { Count } from '../../lib/wire/board.ts';
import { Panel } from '../ui/panel.tsx';
import { Share } from '../ui/share.tsx';
import { useFormat } from '../ui/use-format.ts';
import { BulletLine } from './bullet-line.tsx';

type TargetLineProps = {
  title: string;
  count: Count;
  target: number;
  /** What one more or one less is called. */
  unit?: 'visits' | 'dossiers';
  /** What was counted: "trên 2.286 lượt đánh giá". */
  base: string;
  /** Why there is no figure. */
  missing: string;
  /** Stands beside the figure. */
  beside?: ReactNode;
};

/** Are we above the target, and can the numbers bear it? Figure, line, result and signal in words, n. */
export function TargetLine(props: TargetLineProps) {
  const { title, count, target, unit = 'visits', base, missing, beside } = props;
  const [n, of] = count;
  const t = useTranslations('overview');
  const states = useTranslations('states');
  const format = useFormat();
  const { share, low, high } = shareOf(n, of);
  const { result, signal, few, spare, short } = judge(n, of, target);
  const clearMiss = result === 'notMet' && signal === 'clear';
  const margin =
    spare !== null
      ? t(`spare.${unit}`, { n: spare })
      : short !== null
        ? t(`short.${unit}`, { n: short })
        : undefined;
  const words = [
    result && states(result),
    signal && states(signal),
    few && states('few'),
    result ? base : missing,
  ].filter(Boolean);
  return (
    <Panel title={title} aside={margin}>
      <p className={`text-figure leading-tight font-semibold ${clearMiss ? 'text-missed' : ''}`}>
        <Share share={share} of={of} />
        {beside && <span className="ml-2 inline-block text-small font-normal text-ink2">{beside}</span>}
      </p>
      <BulletLine
        value={share === null || low === null || high === null ? null : { share, low, high }}
        target={target}
        targetText={t('target', { value: format.target(target) })}
        startText={format.target}
        clearMiss={clearMiss}
      />
      <p className={`mt-1 text-small ${clearMiss ? 'font-semibold text-missed' : 'text-ink2'}`}>
        {words.join(' · ')}
      </p>
    </Panel>
  );
}
