'use client';
import { useTranslations } from 'use-intl';
import { RATING_CHANNELS } from '../../lib/domain/rating-channel.ts';
import { isUnit } from '../../lib/domain/tree.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { RatingsProfile } from '../../lib/wire/rating-reads.ts';
import type { PeriodAnswer } from '../../lib/wire/reads.ts';
import { Loaded } from '../admin/loaded.tsx';
import { PageHead } from '../admin/page-head.tsx';
import { fullName } from '../board/place-name.ts';
import { ExportButtons } from '../forms/export-buttons.tsx';
import { useApi } from '../forms/use-api.ts';
import { useBoard } from '../live/use-board.ts';
import { Choice } from '../measures/choice.tsx';
import { PeriodChoice } from '../measures/period-choice.tsx';
import { periodAsked, periodPath } from '../measures/period-query.ts';
import { usePeriodText } from '../measures/use-period-text.ts';
import { useUrlQuery } from '../measures/use-url-query.ts';
import { useFormat } from '../ui/use-format.ts';
import { ChannelsPanel } from './channels-panel.tsx';
import { ConditionBars } from './condition-bars.tsx';
import { ConductBars } from './conduct-bars.tsx';
import { Headline } from './headline.tsx';
import { MarksPanel } from './marks-panel.tsx';
import { RatingList } from './rating-list.tsx';
import { listPath, profilePath } from './ratings-query.ts';

/** What people say of an area: how satisfied, why, and rating by rating; what is looked at stands in the address. */
export function RatingsPage({ mayExport }: { mayExport: boolean }) {
  const t = useTranslations('ratings');
  const { locale } = useFormat();
  const header = useBoard((board) => board.header);
  const [address, change] = useUrlQuery();
  const asked = periodAsked(address);
  const [period, reload] = useApi<PeriodAnswer>(periodPath(header.code, asked));
  const days = period.kind === 'ready' ? period.value : null;
  return (
    <div className="mx-auto grid max-w-[1480px] grid-cols-1 gap-3">
      <PageHead
        title={t('titleOf', { name: fullName(locale, header) })}
        about={t('about')}
        actions={
          <>
            {isUnit(header) && (
              <a
                href={`/ratings/qr/${encodeURIComponent(header.code)}`}
                className="inline-flex items-center rounded-lg border border-line bg-panel px-3 py-1.5 text-small font-semibold hover:border-quiet pointer-coarse:min-h-11"
              >
                {t('sheet')}
              </a>
            )}
            {mayExport && days && (
              <ExportButtons path={listPath(header.code, days, address)} name={`ratings-${header.code}`} />
            )}
          </>
        }
      />
      <fieldset aria-label={t('filters')} className="flex min-w-0 flex-wrap items-end gap-x-3 gap-y-2">
        <PeriodChoice asked={asked} period={days} change={change} />
        <Choice
          label={t('channel')}
          value={RATING_CHANNELS.find((one) => one === address.get('channel')) ?? ''}
          onChoose={(channel) => change({ channel })}
        >
          <option value="">{t('anyChannel')}</option>
          {RATING_CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {t(`channels.${channel}`)}
            </option>
          ))}
        </Choice>
      </fieldset>
      <Loaded state={period} reload={reload}>
        {(found) => <Said period={found} />}
      </Loaded>
    </div>
  );
}

function Said({ period }: { period: PeriodAnswer }) {
  const area = useBoard((board) => board.header.code);
  const [address, change] = useUrlQuery();
  const text = usePeriodText()(period.kind, period);
  const data = profilePath(area, period, address);
  const [state, reload] = useApi<RatingsProfile>(data);
  return (
    <Loaded state={state} reload={reload}>
      {(profile) => (
        <>
          <Narrowing profile={profile} />
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 lg:grid-cols-3">
            <Headline profile={profile} period={text} data={data} />
            <ChannelsPanel profile={profile} />
            <MarksPanel profile={profile} onChoose={(mark) => change({ mark })} />
          </div>
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 lg:grid-cols-2">
            <ConductBars profile={profile} period={text} data={data} />
            <ConditionBars profile={profile} period={text} data={data} />
          </div>
          <RatingList path={listPath(area, period, address)} profile={profile} />
        </>
      )}
    </Loaded>
  );
}

/** Services and counters that the period knows. One that the address names stays to be taken back. */
function Narrowing({ profile: { services, counters } }: { profile: RatingsProfile }) {
  const t = useTranslations('ratings');
  const { locale } = useFormat();
  const [address, change] = useUrlQuery();
  const service = address.get('service') ?? '';
  const counter = address.get('counter') ?? '';
  const unknown = (value: string, known: readonly string[]): string[] =>
    value !== '' && !known.includes(value) ? [value] : [];
  const codes = services.map(({ code }) => code);
  if (codes.length + counters.length === 0 && service === '' && counter === '') return null;
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
      <Choice label={t('service')} value={service} onChoose={(one) => change({ service: one })}>
        <option value="">{t('anyService')}</option>
        {services.map((one) => (
          <option key={one.code} value={one.code}>
            {localName(locale, one)}
          </option>
        ))}
        {unknown(service, codes).map((one) => (
          <option key={one}>{one}</option>
        ))}
      </Choice>
      {(counters.length > 0 || counter !== '') && (
        <Choice label={t('counter')} value={counter} onChoose={(one) => change({ counter: one })}>
          <option value="">{t('anyCounter')}</option>
          {[...counters, ...unknown(counter, counters)].map((one) => (
            <option key={one} value={one}>
              {t('counterNumber', { counter: one })}
            </option>
          ))}
        </Choice>
      )}
    </div>
  );
}
