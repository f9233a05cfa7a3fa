'use client';
import { useTranslations } from 'use-intl';
import type { RatingsProfile } from '../../lib/wire/rating-reads.ts';
import { Frame } from '../charts/frame.tsx';
import { useClock } from '../live/use-clock.ts';
import { useFormat } from '../ui/use-format.ts';
import { SaidBar } from './said-bar.tsx';

type ConditionBarsProps = { profile: RatingsProfile; period: string; data: string };

/** Which conditions do people name? Nobody's conduct (S6). */
export function ConditionBars({ profile: { conditions, reasoned }, period, data }: ConditionBarsProps) {
  const t = useTranslations('ratings');
  const names = useTranslations('reasons.condition');
  const format = useFormat();
  const clock = useClock();
  const lines = conditions.map(({ code, praised, lacking }) => ({
    code,
    name: names(code),
    said: praised + lacking,
  }));
  return (
    <Frame
      title={t('conditionsTitle')}
      note={t('conditionsNote', { count: reasoned, period })}
      clock={clock}
      data={data}
      table={() => ({
        columns: [t('condition'), t('columnSaid')],
        rows: lines.map(({ code, name, said }) => ({ key: code, cells: [name, format.number(said)] })),
      })}
    >
      {lines.length === 0 ? (
        <p className="mt-2 text-small text-ink2">{t('noConditions')}</p>
      ) : (
        <ul className="mt-2">
          {lines.map(({ code, name, said }) => (
            <SaidBar
              key={code}
              name={name}
              text={format.number(said)}
              good={0}
              bad={said}
              most={lines[0]?.said ?? 0}
            />
          ))}
        </ul>
      )}
    </Frame>
  );
}
