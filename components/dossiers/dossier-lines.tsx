'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { DossierLine, DossiersAnswer } from '../../lib/wire/dossier-reads.ts';
import { useUrlText } from '../admin/use-url-text.ts';
import { MoreLines } from '../forms/more-lines.tsx';
import { useLaterPages } from '../forms/use-later-pages.ts';
import { useBoard } from '../live/use-board.ts';
import { Choice } from '../measures/choice.tsx';
import { Notice } from '../ui/notice.tsx';
import type { AskedDossiers } from './asked-dossiers.ts';
import { ChangedNotice } from './changed-notice.tsx';
import { DossierTable } from './dossier-table.tsx';
import { GROUPINGS, type Grouping, lineGroups, ORDERS, type Order, orderedLines } from './line-groups.ts';
import { useTick } from './use-tick.ts';

type DossierLinesProps = {
  path: string;
  first: DossiersAnswer;
  /** Those due before closing, whichever page they are on. */
  due: readonly DossierLine[];
  asked: AskedDossiers;
  reload: () => void;
};

/** Lines in groups and in an order that stand in the address, page after page. */
export function DossierLines({ path, first, due, asked, reload }: DossierLinesProps) {
  const t = useTranslations('dossierList');
  const locale = useLocale();
  const pages = useLaterPages<DossierLine>(path, first);
  const { items, more, refusal } = pages;
  const [by, setBy] = useUrlText('by');
  const [sort, setSort] = useUrlText('sort');
  const grouping: Grouping = GROUPINGS.find((one) => one === by) ?? 'due';
  const order: Order = ORDERS.find((one) => one === sort) ?? 'due';
  const day = useBoard((board) => board.header.day);
  const now = useTick();
  const groups = useMemo(() => {
    const known = new Map([...due, ...items].map((line) => [`${line.unit} ${line.dossier}`, line]));
    return lineGroups(orderedLines([...known.values()], order, locale), grouping, { now, day });
  }, [due, items, order, locale, grouping, now, day]);
  const count = groups.reduce((sum, { lines }) => sum + lines.length, 0);
  if (count === 0) return <Notice title={t('noneTitle')} reason={t('noneReason')} />;
  return (
    <div className="rounded-panel border border-line bg-panel px-4 py-3">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <Choice label={t('groupBy')} value={grouping} onChoose={(one) => setBy(one === 'due' ? '' : one)}>
          {GROUPINGS.map((one) => (
            <option key={one} value={one}>
              {t(`group.${one}`)}
            </option>
          ))}
        </Choice>
        <Choice label={t('sortBy')} value={order} onChoose={(one) => setSort(one === 'due' ? '' : one)}>
          {ORDERS.map((one) => (
            <option key={one} value={one}>
              {t(`sort.${one}`)}
            </option>
          ))}
        </Choice>
        <span role="status" className="ml-auto text-small text-ink2">
          {t(more ? 'loadedPart' : 'loaded', { count })}
        </span>
      </div>
      <ChangedNotice first={first} reload={reload} />
      <DossierTable groups={groups} grouping={grouping} withFaults={asked.state === 'toCorrect'} />
      {(more || refusal) && (
        <MoreLines pages={pages} words={{ more: t('more'), loading: t('loading') }} className="pt-3" />
      )}
    </div>
  );
}
