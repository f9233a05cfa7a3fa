'use client';
import { useLocale, useTranslations } from 'use-intl';
import { FOUR_FOUR, type KnownSet } from '../../lib/domain/conduct/default-sets.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import type { ConductAnswer } from '../../lib/wire/rating-reads.ts';
import { useApi } from '../forms/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import { ConductForm } from './conduct-form.tsx';
import { FormOpener } from './form-opener.tsx';
import { Loaded } from './loaded.tsx';
import { useMay } from './me-provider.tsx';
import { OriginMark } from './origin-mark.tsx';
import { useDate } from './use-days.ts';

type Held = ConductAnswer['sets'][number];

/** By which code of conduct ratings of the area are read: its own, one from above, or the product's (S6). */
export function ConductPanel({ area }: { area: string }) {
  const t = useTranslations('conduct');
  const sets = useMay('targets.set');
  const [state, reload] = useApi<ConductAnswer>(`/admin/areas/${encodeURIComponent(area)}/conduct`);
  return (
    <Loaded state={state} reload={reload}>
      {(answer) => {
        const now = answer.sets.find((one) => one.state === 'now');
        return (
          <Panel title={t('title')}>
            <p className="mt-0.5 text-small text-ink2">{t('about')}</p>
            <ul className="mt-1">
              {!now && <SetLine set={FOUR_FOUR} />}
              {answer.sets.map((set) => (
                <SetLine key={`${set.area} ${set.effectiveFrom}`} set={set} held={set} />
              ))}
            </ul>
            {sets && (
              <div className="mt-3">
                <FormOpener label={t('set')} onSaved={reload}>
                  {(done) => <ConductForm area={area} known={answer.known} held={now} onDone={done} />}
                </FormOpener>
              </div>
            )}
          </Panel>
        );
      }}
    </Loaded>
  );
}

function SetLine({ set, held }: { set: KnownSet; held?: Held }) {
  const t = useTranslations('conduct');
  const hours = useTranslations('admin.hours');
  const locale = useLocale();
  const date = useDate();
  return (
    <li className="border-b border-grid py-2.5 last:border-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
        <b className="font-semibold">{localName(locale, set)}</b>
        {held?.state === 'later' && <Tag tone="attention">{hours('later')}</Tag>}
        {held ? (
          <>
            <span className="text-small text-ink2">
              {hours('since', { day: date(held.effectiveFrom) })} · {held.source}
            </span>
            <span className="ml-auto">
              <OriginMark own={held.own} area={held.area} />
            </span>
          </>
        ) : (
          <span className="text-small text-ink2">{t('byDefault')}</span>
        )}
      </p>
      <ul className="mt-1.5 flex flex-wrap gap-1.5 text-small">
        {set.points.map(({ point, text, textEn, lack, lackEn }) => (
          <li key={point} className="rounded-md border border-line px-2 py-0.5">
            {locale === 'vi' ? text : textEn}{' '}
            <span className="text-ink2">· {locale === 'vi' ? lack : lackEn}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}
