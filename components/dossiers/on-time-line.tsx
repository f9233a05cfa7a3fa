'use client';
import { useTranslations } from 'use-intl';
import { judge } from '../../lib/domain/judgement.ts';
import type { Count } from '../../lib/wire/board.ts';
import { useBoard } from '../live/use-board.ts';
import { Share } from '../ui/share.tsx';
import { useFormat } from '../ui/use-format.ts';

/** How many promises of the month were kept, in words: share, result, signal, what is spare or short, n and rule. */
export function OnTimeLine({ count: [n, of] }: { count: Count }) {
  const t = useTranslations('dossierPanel');
  const states = useTranslations('states');
  const format = useFormat();
  const target = useBoard((board) => board.targets.onTime.value);
  const month = format.month(useBoard((board) => board.header.monthFrom));
  const { result, signal, few, spare, short } = judge(n, of, target);
  const missed = result === 'notMet' && signal === 'clear';
  const words =
    of === 0
      ? [t('onTimeNone', { month })]
      : [
          result && states(result),
          signal && states(signal),
          few && states('few'),
          spare !== null && t('spare', { n: spare }),
          short !== null && t('short', { n: short }),
          t('onTimeBase', { count: of }),
          t('target', { value: format.target(target) }),
        ];
  return (
    <div>
      <dt className="inline">{t('onTime', { month })}: </dt>
      <dd className="inline">
        <Share
          share={of === 0 ? null : n / of}
          of={of}
          className={`font-semibold ${missed ? 'text-missed' : 'text-ink'}`}
        />
        {' · '}
        {words.filter(Boolean).join(' · ')}
      </dd>
    </div>
  );
}
