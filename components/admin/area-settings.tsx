'use client';
import { useParams } from 'next/navigation';
import { useLocale, useTranslations } from 'use-intl';
import { isUnit } from '../../lib/domain/tree.ts';
import type { Settings } from '../../lib/wire/access/administration.ts';
import type { AreaItem } from '../../lib/wire/area-item.ts';
import { fullName } from '../board/place-name.ts';
import { useApi } from '../forms/use-api.ts';
import { DemoMark } from '../ui/demo-mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { ActionLink } from './action-link.tsx';
import { AlertRulesPanel } from './alert-rules-panel.tsx';
import { AreaForm } from './area-form.tsx';
import { useAreaName, useAreas } from './areas-provider.tsx';
import { ChecklistsPanel } from './checklists-panel.tsx';
import { ChildAreas } from './child-areas.tsx';
import { ConductPanel } from './conduct-panel.tsx';
import { FormOpener } from './form-opener.tsx';
import { Loaded } from './loaded.tsx';
import { useMay } from './me-provider.tsx';
import { PageHead } from './page-head.tsx';
import { PriorityPanel } from './priority-panel.tsx';
import { ProceduresPanel } from './procedures-panel.tsx';
import { PublicFiguresPanel } from './public-figures-panel.tsx';
import { ReportingPanel } from './reporting-panel.tsx';
import { ServicesPanel } from './services-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { SurveyEntries } from './survey-entries.tsx';
import { TargetsPanel } from './targets-panel.tsx';
import { UpLink } from './up-link.tsx';

/** An area with its settings: each says whether it is the area's own or where it comes from. */
export function AreaSettings() {
  const t = useTranslations('admin');
  const code = decodeURIComponent(useParams<{ code: string }>().code);
  const { state, reload, byCode } = useAreas();
  return (
    <Loaded state={state} reload={reload}>
      {() => {
        const area = byCode.get(code);
        return area ? (
          <Known area={area} />
        ) : (
          <Notice
            as="h1"
            title={t('unknownArea', { code })}
            reason={t('goneReason')}
            action={<UpLink href="/admin/areas">{t('sections.areas')}</UpLink>}
          />
        );
      }}
    </Loaded>
  );
}

function Known({ area }: { area: AreaItem }) {
  const t = useTranslations('admin');
  const kinds = useTranslations('kinds');
  const locale = useLocale();
  const nameOf = useAreaName();
  const areas = useAreas();
  const defines = useMay('tree.define');
  const publishes = useMay('figures.publish');
  const path = encodeURIComponent(area.code);
  const [state, reload] = useApi<Settings>(`/admin/areas/${path}/settings`);
  const facts = [
    area.label ?? kinds(area.kind),
    area.code,
    isUnit(area) && t(`queues.${area.queue}`),
    area.timezone,
  ].filter(Boolean);
  return (
    <>
      <PageHead
        above={
          <UpLink
            href={area.parent === null ? '/admin/areas' : `/admin/areas/${encodeURIComponent(area.parent)}`}
          >
            {area.parent === null ? t('sections.areas') : nameOf(area.parent)}
          </UpLink>
        }
        title={
          <>
            {fullName(locale, area)} {area.demo && <DemoMark />}
          </>
        }
        about={facts.join(' · ')}
        actions={<ActionLink href={`/areas/${path}`}>{t('openLive')}</ActionLink>}
      />
      {defines && (
        <div className="flex flex-wrap gap-2">
          <FormOpener label={t('changeArea')} onSaved={areas.reload}>
            {(done) => <AreaForm area={area} onDone={done} />}
          </FormOpener>
          {!isUnit(area) && <ActionLink href={`/admin/new-area?parent=${path}`}>{t('addBelow')}</ActionLink>}
        </div>
      )}
      <Loaded state={state} reload={reload}>
        {(settings) => (
          <>
            <SessionsPanel area={area.code} sessions={settings.sessions} onChange={reload} />
            <TargetsPanel area={area.code} settings={settings} onChange={reload} />
            <AlertRulesPanel area={area.code} />
            <ServicesPanel area={area.code} services={settings.services} onChange={reload} />
            <ProceduresPanel area={area.code} services={settings.services} />
            <PriorityPanel area={area.code} />
            <ReportingPanel area={area.code} />
            <ConductPanel area={area.code} />
            <ChecklistsPanel area={area.code} />
            <SurveyEntries area={area} />
            {publishes && isUnit(area) && <PublicFiguresPanel area={area.code} />}
          </>
        )}
      </Loaded>
      <ChildAreas area={area} />
    </>
  );
}
