'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { localName } from '../../lib/i18n/local-name.ts';
import { searchMatches } from '../../lib/i18n/search-fold.ts';
import type { Settings } from '../../lib/wire/access/administration.ts';
import type { Procedures } from '../../lib/wire/access/calendar.ts';
import { CONTROL_LOOK } from '../forms/control-look.ts';
import { useApi } from '../forms/use-api.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { FormOpener } from './form-opener.tsx';
import { Loaded } from './loaded.tsx';
import { useMay } from './me-provider.tsx';
import { ProcedureForm } from './procedure-form.tsx';
import { ProcedureLine } from './procedure-line.tsx';

/** So many are read at a glance; more are searched. */
const AT_A_GLANCE = 12;

type Services = Settings['services'];

/** Procedures with their limits, by sector; each says whether it is the area's own or where it comes from. */
export function ProceduresPanel({ area, services }: { area: string; services: Services }) {
  const path = `/admin/areas/${encodeURIComponent(area)}/procedures`;
  const [state, reload] = useApi<{ procedures: Procedures }>(path);
  return (
    <Loaded state={state} reload={reload}>
      {({ procedures }) => (
        <Known area={area} services={services} procedures={procedures} onChange={reload} />
      )}
    </Loaded>
  );
}

type KnownProps = { area: string; services: Services; procedures: Procedures; onChange: () => void };

function Known({ area, services, procedures, onChange }: KnownProps) {
  const t = useTranslations('calendar.procedures');
  const locale = useLocale();
  const defines = useMay('tree.define');
  const [wanted, setWanted] = useState('');
  const sectorName = (code: string): string => {
    const service = services.find((one) => one.service === code);
    return service ? localName(locale, { name: service.name, nameEn: service.nameEn ?? null }) : code;
  };
  const collator = new Intl.Collator(locale);
  const sectors = [...new Set(procedures.map(({ sector }) => sector))].sort((a, b) =>
    collator.compare(sectorName(a), sectorName(b)),
  );
  const shown = procedures
    .filter(({ name, nameEn = '', procedure, sector }) =>
      searchMatches(`${name} ${nameEn} ${procedure} ${sectorName(sector)}`, wanted),
    )
    .sort((a, b) => collator.compare(a.name, b.name) || (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return (
    <Panel title={t('title')} aside={procedures.length > 0 && t('count', { count: procedures.length })}>
      {procedures.length === 0 && <Notice title={t('noneTitle')} reason={t('noneReason')} />}
      {procedures.length > AT_A_GLANCE && (
        <input
          type="search"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          aria-label={t('find')}
          placeholder={t('find')}
          className={`mt-2 max-w-md ${CONTROL_LOOK}`}
        />
      )}
      {procedures.length > 0 && shown.length === 0 && (
        <p role="status" className="mt-2 text-small text-ink2">
          {t('noMatch')}
        </p>
      )}
      {sectors.map((sector) => {
        const lines = shown.filter((one) => one.sector === sector);
        return (
          lines.length > 0 && (
            <section key={sector} aria-label={sectorName(sector)}>
              <h3 className="mt-3 text-small font-semibold">{sectorName(sector)}</h3>
              <ul className="mt-1">
                {lines.map((procedure) => (
                  <ProcedureLine
                    key={`${procedure.area} ${procedure.procedure} ${procedure.effectiveFrom}`}
                    procedure={procedure}
                    change={
                      defines && (
                        <FormOpener label={t('change')} about={procedure.name} onSaved={onChange}>
                          {(done) => (
                            <ProcedureForm area={area} services={services} held={procedure} onDone={done} />
                          )}
                        </FormOpener>
                      )
                    }
                  />
                ))}
              </ul>
            </section>
          )
        );
      })}
      {defines && (
        <div className="mt-3">
          <FormOpener label={t('add')} onSaved={onChange}>
            {(done) => <ProcedureForm area={area} services={services} held={null} onDone={done} />}
          </FormOpener>
        </div>
      )}
    </Panel>
  );
}
