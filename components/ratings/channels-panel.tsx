'use client';
import { useTranslations } from 'use-intl';
import { RATING_CHANNELS } from '../../lib/domain/rating-channel.ts';
import type { Share } from '../../lib/domain/wilson.ts';
import type { RatingsProfile } from '../../lib/wire/rating-reads.ts';
import { Panel } from '../ui/panel.tsx';
import { Share as Figure } from '../ui/share.tsx';
import { Tag } from '../ui/tag.tsx';
import { useFormat } from '../ui/use-format.ts';

/** How many people rate, and how? Each way beside all of them; of finished visits (S5). */
export function ChannelsPanel({ profile }: { profile: RatingsProfile }) {
  const t = useTranslations('ratings');
  const { byChannel, responseRate, fewRate, n, satisfied } = profile;
  const head = 'py-1 pl-3 text-right text-tiny font-medium text-ink2 first:pl-0 first:text-left';
  return (
    <Panel
      title={t('channelsTitle')}
      aside={responseRate.of > 0 ? t('channelsNote', { count: responseRate.of }) : t('channelsNoVisits')}
    >
      <table className="mt-1.5 w-full text-small">
        <caption className="sr-only">{t('channelsTitle')}</caption>
        <thead>
          <tr>
            {(['columnChannel', 'columnRated', 'columnRate', 'columnSatisfied'] as const).map((column) => (
              <th key={column} scope="col" className={head}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byChannel.map(({ channel, ...line }) => (
            <Line
              key={channel ?? ''}
              name={t(`channels.${RATING_CHANNELS.find((one) => one === channel) ?? 'unknown'}`)}
              {...line}
            />
          ))}
          <Line name={t('allChannels')} n={n} satisfied={satisfied} responseRate={responseRate} all />
        </tbody>
      </table>
      {fewRate && (
        <p className="mt-2">
          <Tag tone="attention">{t('fewRate')}</Tag>
        </p>
      )}
    </Panel>
  );
}

type LineProps = { name: string; n: number; satisfied: Share; responseRate: Share; all?: boolean };

function Line({ name, n, satisfied, responseRate, all = false }: LineProps) {
  const format = useFormat();
  // More ratings than visits: some came without one, and a share would say nothing.
  const rate = responseRate.n <= responseRate.of ? responseRate.share : null;
  const of = ({ n: hits, of: cases }: Share): string => `${format.number(hits)}/${format.number(cases)}`;
  return (
    <tr className={`border-t border-grid ${all ? 'font-semibold' : ''}`}>
      <th scope="row" className={`py-1 text-left ${all ? '' : 'font-normal'}`}>
        {name}
      </th>
      <td className="pl-3 text-right">{format.number(n)}</td>
      <td className="pl-3 text-right whitespace-nowrap">
        <Figure share={rate} of={responseRate.of} />{' '}
        <span className="font-normal text-ink2 max-md:block">{of(responseRate)}</span>
      </td>
      <td className="pl-3 text-right whitespace-nowrap">
        <Figure share={satisfied.share} of={satisfied.of} />{' '}
        <span className="font-normal text-ink2 max-md:block">{of(satisfied)}</span>
      </td>
    </tr>
  );
}
