'use client';
import { useTranslations } from 'use-intl';
import { DOSSIER_FAULTS } from '../../lib/domain/dossier/dossier-fault.ts';
import type { ToCorrectAnswer } from '../../lib/wire/dossier-reads.ts';
import { FigureFiles } from '../charts/figure-files.tsx';
import { useApi } from '../forms/use-api.ts';
import { useBoard } from '../live/use-board.ts';
import { PageLink } from '../ui/page-link.tsx';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';
import { dossiersPath } from './dossiers-path.ts';

/** Days that any dossier can bear (F19): what an undefined procedure counts does not end with a month. */
const EVER = { from: '1990-01-01', to: '2089-12-31' };

/** F16: how many dossiers have what to correct; each kind leads to its dossiers. */
export function FaultCounts({ current }: { current: string | null }) {
  const t = useTranslations('dossierFaults');
  const format = useFormat();
  const area = useBoard((board) => board.header.code);
  const data = `/areas/${encodeURIComponent(area)}/dossiers-to-correct`;
  const [state] = useApi<ToCorrectAnswer>(data);
  // The list below says why it is not there.
  if (state.kind !== 'ready') return null;
  const { byReason, unknownProcedures } = state.value;
  const faults = DOSSIER_FAULTS.filter((fault) => byReason[fault]);
  const link =
    'inline-flex items-center gap-1.5 rounded-lg border border-line px-2.5 py-1 text-small hover:border-quiet aria-[current=true]:border-brand aria-[current=true]:bg-brand-soft aria-[current=true]:font-semibold pointer-coarse:min-h-11';
  return (
    <Panel title={t('title')} aside={t('about')}>
      {faults.length === 0 ? (
        <p className="mt-1.5 text-small text-ink2">{t('none')}</p>
      ) : (
        <ul className="mt-2 flex flex-wrap gap-1.5">
          <li>
            <PageLink
              here
              href={dossiersPath(area, { state: 'toCorrect' })}
              aria-current={current === null || undefined}
              className={link}
            >
              {t('all')}
            </PageLink>
          </li>
          {faults.map((fault) => (
            <li key={fault}>
              <PageLink
                here
                href={dossiersPath(area, { state: 'toCorrect', fault })}
                aria-current={current === fault || undefined}
                className={link}
              >
                {t(`kind.${fault}`)}
                <span className="font-semibold">{format.number(byReason[fault])}</span>
              </PageLink>
            </li>
          ))}
        </ul>
      )}
      {unknownProcedures.length > 0 && (
        <>
          <h3 className="mt-3 text-small font-semibold">{t('unknownProcedures')}</h3>
          <ul className="mt-1 flex flex-wrap gap-1.5">
            {unknownProcedures.map(({ procedure, dossiers }) => (
              <li key={procedure}>
                <PageLink
                  here
                  href={dossiersPath(area, { state: 'received', procedure, ...EVER })}
                  className={`${link} wrap-anywhere`}
                >
                  {t('unknownProcedure', { procedure, count: dossiers })}
                </PageLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <FigureFiles data={data} className="mt-1.5" />
    </Panel>
  );
}
