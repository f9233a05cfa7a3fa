'use client';
import { useTranslations } from 'use-intl';
import type { OfficerFiguresAnswer } from '../../lib/wire/officer-reads.ts';
import { useReasonText } from '../board/reason-text.ts';
import { Share } from '../ui/share.tsx';
import { useFormat } from '../ui/use-format.ts';
import { usePeriodText } from './use-period-text.ts';

const CELL = 'py-1.5 pr-3 text-left align-baseline last:pr-0';

/** Figures of one officer code in one period: each with its n, none with a target, a colour or a place in an order. */
export function FiguresView({ figures }: { figures: OfficerFiguresAnswer }) {
  const t = useTranslations('officer');
  const periodText = usePeriodText();
  const { ratings, service, least, officer, period } = figures;
  return (
    <div>
      <h3 className="mt-4 font-semibold">{t('ofCode', { officer, period: periodText(period.name) })}</h3>
      <dl className="mt-2 grid gap-3 sm:grid-cols-2">
        <div className="rounded-lg border border-grid px-3 py-2.5">
          <dt className="text-small text-ink2">{t('satisfied')}</dt>
          <dd>{ratings ? <Satisfied {...ratings.satisfied} /> : t('few', { least })}</dd>
        </div>
        <div className="rounded-lg border border-grid px-3 py-2.5">
          <dt className="text-small text-ink2">{t('service')}</dt>
          <dd>{service ? <Service {...service} /> : t('few', { least })}</dd>
        </div>
      </dl>
      {ratings && <Points points={ratings.points} />}
    </div>
  );
}

type Satisfied = NonNullable<OfficerFiguresAnswer['ratings']>['satisfied'];

function Satisfied({ n, of, share, low, high }: Satisfied) {
  const t = useTranslations('officer');
  const format = useFormat();
  return (
    <>
      <Share share={share} of={of} className="text-[22px] font-semibold tabular-nums" />{' '}
      <span className="text-small text-ink2">{t('satisfiedOf', { n, of })}</span>
      <p className="text-small text-ink2">
        {t('interval', { low: format.percent(low), high: format.percent(high) })}
      </p>
    </>
  );
}

function Service({ n, meanSec, p50Sec, p90Sec }: NonNullable<OfficerFiguresAnswer['service']>) {
  const t = useTranslations('officer');
  const format = useFormat();
  return (
    <>
      <p>
        {t('serviceHalf')} <b className="font-semibold">{format.duration(p50Sec)}</b>
      </p>
      <p className="text-small text-ink2">
        {t('serviceNine')} {format.duration(p90Sec)} · {t('serviceMean')} {format.duration(meanSec)} ·{' '}
        {t('serviceOf', { n })}
      </p>
    </>
  );
}

function Points({ points }: { points: NonNullable<OfficerFiguresAnswer['ratings']>['points'] }) {
  const t = useTranslations('officer');
  const format = useFormat();
  const reason = useReasonText();
  if (points.length === 0) return <p className="mt-3 text-small text-ink2">{t('pointsNone')}</p>;
  return (
    <>
      <table className="mt-3 w-full text-[13px]">
        <caption className="pb-1 text-left font-semibold">{t('points')}</caption>
        <thead>
          <tr className="border-b border-line text-small text-ink2">
            <th scope="col" className={CELL}>
              {t('point')}
            </th>
            <th scope="col" className={CELL}>
              {t('praised')}
            </th>
            <th scope="col" className={CELL}>
              {t('lacking')}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ point, praised, lacking }) => (
            <tr key={point} className="border-b border-grid last:border-0">
              <th scope="row" className={`${CELL} font-normal [overflow-wrap:anywhere]`}>
                {reason(point, 'satisfied')}
              </th>
              <td className={`${CELL} tabular-nums`}>{format.number(praised)}</td>
              <td className={`${CELL} tabular-nums`}>{format.number(lacking)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-small text-ink2">{t('conditions')}</p>
    </>
  );
}
