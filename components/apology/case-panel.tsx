'use client';
import { useTranslations } from 'use-intl';
import type { ApologyAnswer } from '../../lib/wire/apology-acts.ts';
import { useAreaName } from '../admin/areas-provider.tsx';
import { Panel } from '../ui/panel.tsx';
import { FactList } from './fact-list.tsx';
import { useLateness } from './use-lateness.ts';
import { useMoment } from './use-moment.ts';

/** The dossier that a letter is about. */
export function CasePanel({ apology }: { apology: ApologyAnswer }) {
  const t = useTranslations('apology.page.case');
  const moment = useMoment();
  const lateness = useLateness();
  const nameOf = useAreaName();
  const { timezone, procedureName, handler, dueAt, settledAt, unit } = apology;
  return (
    <Panel title={t('title')} aside={apology.dossier}>
      <FactList
        facts={[
          [t('unit'), nameOf(unit)],
          [t('procedure'), procedureName],
          [t('handler'), handler !== null && handler !== unit ? handler : null],
          [t('due'), dueAt && moment(dueAt, timezone)],
          [
            t('settled'),
            settledAt
              ? moment(settledAt, timezone)
              : [t('open'), lateness(apology)].filter(Boolean).join(', '),
          ],
        ]}
      />
    </Panel>
  );
}
