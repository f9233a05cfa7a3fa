'use client';
import { useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { InspectionLine } from '../../lib/wire/inspection-reads.ts';
import type { ListAnswer } from '../../lib/wire/reads.ts';
import { useAreas } from '../admin/areas-provider.tsx';
import { useMay, useMe } from '../admin/me-provider.tsx';
import { PageHead } from '../admin/page-head.tsx';
import { AnsweredList } from '../forms/answered-list.tsx';
import { ExportButtons } from '../forms/export-buttons.tsx';
import { useApi } from '../forms/use-api.ts';
import { Button } from '../ui/button.tsx';
import { BeginForm } from './begin-form.tsx';
import { InspectionFilters } from './inspection-filters.tsx';
import { InspectionList } from './inspection-list.tsx';
import { INSPECTION_FILTERS, inspectionPath, inspectionsQueryOf } from './inspections-path.ts';
import { TotalsPanel } from './totals-panel.tsx';

/** The inspections of an area, newest first, and their totals; the filters stand in the address. */
export function InspectionsPage() {
  const { roles } = useMe();
  const { list } = useAreas();
  const address = useSearchParams();
  const home = roles.find(({ area }) => area !== null)?.area?.code ?? list[0]?.code ?? null;
  const area = address.get('area') || home;
  return area === null ? null : <Inspections area={area} address={address} />;
}

function Inspections({ area, address }: { area: string; address: Pick<URLSearchParams, 'get'> }) {
  const t = useTranslations('inspections');
  const router = useRouter();
  const mayBegin = useMay('inspections.write');
  const mayExport = useMay('lists.export');
  const [beginning, setBeginning] = useState(false);
  const query = inspectionsQueryOf(address, area);
  const [state, reload] = useApi<ListAnswer<InspectionLine>>(`/inspections${query}`);
  const filtered = INSPECTION_FILTERS.some((name) => name !== 'area' && Boolean(address.get(name)));
  return (
    <>
      <PageHead
        title={t('title')}
        about={t('about')}
        actions={
          <>
            {mayBegin && (
              <Button
                look={beginning ? 'plain' : 'primary'}
                aria-expanded={beginning}
                onClick={() => setBeginning(!beginning)}
              >
                {t('begin')}
              </Button>
            )}
            {mayExport && <ExportButtons path={`/inspections${query}`} name={`inspections-${area}`} />}
          </>
        }
      />
      {beginning && (
        <BeginForm
          area={area}
          onDone={({ unit, inspection }) => router.push(inspectionPath(unit, inspection))}
        />
      )}
      <InspectionFilters area={area} narrowed={filtered} />
      <AnsweredList theme="inspections" state={state} reload={reload}>
        {(first) => <InspectionList key={query} query={query} first={first} filtered={filtered} />}
      </AnsweredList>
      <TotalsPanel area={area} />
    </>
  );
}
