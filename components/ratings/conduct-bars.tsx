'use client';
import { useTranslations } from 'use-intl';
import type { RatingsProfile } from '../../lib/wire/rating-reads.ts';
import { Frame } from '../charts/frame.tsx';
import { useClock } from '../live/use-clock.ts';
import { useFormat } from '../ui/use-format.ts';
import { SaidBar } from './said-bar.tsx';
import { useReasonWords } from './use-reason-words.ts';

type ConductBarsProps = { profile: RatingsProfile; period: string; data: string };

/** What do people say of conduct? Thanks first, then what is lacking; conditions are elsewhere (S7). */
export function ConductBars({ profile, period, data }: ConductBarsProps) {
  const t = useTranslations('ratings');
  const format = useFormat();
  const words = useReasonWords(profile.conduct);
  const clock = useClock();
  const { conduct, conductSet: set, reasoned } = profile;
  const most = Math.max(...conduct.map(({ praised, lacking }) => praised + lacking), 0);
  const [first] = conduct;
  const name = format.locale === 'vi' ? set.name : set.nameEn;
  const setName = set.area === null ? `${name} (${t('conductOwn')})` : name;
  return (
    <Frame
      title={t('conductTitle')}
      note={t('conductNote', { set: setName, count: reasoned, period })}
      clock={clock}
      data={data}
      table={() => ({
        columns: [t('point'), t('columnPraised'), t('columnLacking')],
        rows: conduct.map(({ point, praised, lacking }) => ({
          key: point,
          cells: [words(point, 'satisfied'), format.number(praised), format.number(lacking)],
        })),
      })}
    >
      {most === 0 ? (
        <p className="mt-2 text-small text-ink2">{t('noReasons')}</p>
      ) : (
        <>
          {first && first.praised > 0 && (
            <p className="mt-2 font-semibold">
              {t('thanks', { what: words(first.point, 'satisfied'), count: first.praised })}
            </p>
          )}
          <ul className="mt-1.5">
            {conduct.map(({ point, praised, lacking }) => (
              <SaidBar
                key={point}
                name={words(point, 'satisfied')}
                text={t('barText', { praised, lacking })}
                good={praised}
                bad={lacking}
                most={most}
              />
            ))}
          </ul>
        </>
      )}
      {profile.others.length > 0 && (
        <p className="mt-2 text-small wrap-anywhere text-ink2">
          {t('others', {
            list: profile.others
              .map(({ code, praised, lacking }) => `${code} ${format.number(praised + lacking)}`)
              .join(' · '),
          })}
        </p>
      )}
      {profile.waiting && <p className="mt-2 text-small text-ink2">{t('waiting')}</p>}
    </Frame>
  );
}
