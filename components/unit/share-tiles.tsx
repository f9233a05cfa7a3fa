'use client';
import { useTranslations } from 'use-intl';
import { type Judgement, judge } from '../../lib/domain/judgement.ts';
import type { Count } from '../../lib/wire/board.ts';
import { useUnitBoard } from '../live/use-board.ts';
import { Share } from '../ui/share.tsx';
import { useFormat } from '../ui/use-format.ts';
import { FactTile } from './fact-tile.tsx';
import { SMALL_DAY_BELOW } from './queue-state.ts';

/** Today's waits against the unit's aim. */
export function WithinTile() {
  const t = useTranslations('unit');
  const states = useTranslations('states');
  const format = useFormat();
  const count = useUnitBoard((board) => board.totals.within);
  const target = useUnitBoard((board) => board.targets.within);
  const queue = useUnitBoard((board) => board.header.queue);
  const verdict = useVerdict(count, target.value);
  const base =
    queue === 'none'
      ? states('notApplicable')
      : count[1] === 0
        ? t('withinNone')
        : t('withinOf', { count: count[1] });
  return (
    <FactTile
      title={t('within', { length: format.duration(target.seconds) })}
      value={<ShareOrCount count={count} />}
      note={<Base base={base} verdict={verdict} target={t('aim', { value: format.target(target.value) })} />}
      tone={toneOf(judge(...count, target.value))}
    />
  );
}

/** The month's ratings against the target. */
export function SatisfiedTile() {
  const t = useTranslations('unit');
  const format = useFormat();
  const count = useUnitBoard((board) => board.totals.satisfiedMonth);
  const target = useUnitBoard((board) => board.targets.satisfied.value);
  const month = format.month(useUnitBoard((board) => board.header.monthFrom));
  const verdict = useVerdict(count, target);
  const base = count[1] === 0 ? t('satisfiedNone', { month }) : t('satisfiedOf', { month, count: count[1] });
  return (
    <FactTile
      title={t('satisfied')}
      value={<ShareOrCount count={count} />}
      note={<Base base={base} verdict={verdict} target={t('target', { value: format.target(target) })} />}
      tone={toneOf(judge(...count, target))}
    />
  );
}

const Base = ({ base, verdict, target }: { base: string; verdict: string; target: string }) => (
  <>
    {base}
    <span className="block">
      {verdict}
      {/* A phone says in words what the colour says, and no more. */}
      <span className="max-sm:hidden">{verdict === '' ? target : ` · ${target}`}</span>
    </span>
  </>
);

/** A share as a percentage, or as the plain count where there are few. */
function ShareOrCount({ count: [n, of] }: { count: Count }) {
  const format = useFormat();
  if (of > 0 && of < SMALL_DAY_BELOW) return `${format.number(n)}/${format.number(of)}`;
  return <Share share={of === 0 ? null : n / of} of={of} />;
}

/** "Chưa đạt · rõ rệt": result and signal, or nothing where the cases are too few to be judged by a share. */
function useVerdict([n, of]: Count, target: number): string {
  const states = useTranslations('states');
  if (of < SMALL_DAY_BELOW) return of === 0 ? '' : states('few');
  const { result, signal } = judge(n, of, target);
  return [result && states(result), signal && states(signal)].filter(Boolean).join(' · ');
}

const toneOf = ({ result, signal, few }: Judgement): 'plain' | 'urgent' =>
  result === 'notMet' && signal === 'clear' && !few ? 'urgent' : 'plain';
