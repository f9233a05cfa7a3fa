'use client';
import { useTranslations } from 'use-intl';
import type { MyOfficersAnswer } from '../../lib/wire/officer-reads.ts';
import { useApi } from '../forms/use-api.ts';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';
import { AskedFigures } from './asked-figures.tsx';

/** The own figures, and who else looked at them. Nothing where no officer code is one's own. */
export function MyFigures() {
  const t = useTranslations('officer');
  const format = useFormat();
  const [state] = useApi<MyOfficersAnswer>('/me/officers');
  if (state.kind !== 'ready' || state.value.links.length === 0) return null;
  const { links, periods, views } = state.value;
  return (
    <Panel title={t('mine')}>
      <p className="mt-0.5 text-small text-ink2">{t('mineAbout')}</p>
      <AskedFigures
        codes={links.map(({ link, officer, area }) => ({
          path: `/me/officers/${encodeURIComponent(link)}`,
          label: t('mineCode', { officer, area: area.name }),
        }))}
        periods={periods}
      />
      <h3 className="mt-4 text-[13px] font-semibold">{t('views')}</h3>
      {views.length === 0 && <p className="text-small text-ink2">{t('viewsNone')}</p>}
      <ul className="text-small">
        {views.map(({ at, by, from, to }) => (
          <li key={at} className="border-b border-grid py-1.5 last:border-0">
            <time dateTime={at} className="text-ink2">
              {format.date(at.slice(0, 10))}
            </time>{' '}
            {t('view', { by, from: format.date(from), to: format.date(to) })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
