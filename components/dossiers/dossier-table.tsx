'use client';
import { useTranslations } from 'use-intl';
import { useBoard } from '../live/use-board.ts';
import { DossierRow } from './dossier-row.tsx';
import { DUE_GROUPS } from './due-group.ts';
import type { Grouping, LineGroup } from './line-groups.ts';
import { useDossierText } from './use-dossier-text.ts';

type DossierTableProps = { groups: readonly LineGroup[]; grouping: Grouping; withFaults: boolean };

/** Groups of dossiers as one table; on a phone each dossier is a card. */
export function DossierTable({ groups, grouping, withFaults }: DossierTableProps) {
  const t = useTranslations('dossierList');
  const text = useDossierText();
  const withUnit = useBoard((board) => board.header.form === 'area');
  const nameOf = ({ key, lines: [first] }: LineGroup): string => {
    if (grouping === 'due') return t(`groups.${DUE_GROUPS.find((group) => group === key) ?? 'later'}`);
    if (key === '') return t('groups.none');
    if (grouping === 'procedure' && first) return text.procedure(first);
    return grouping === 'stage' ? key : text.place(key);
  };
  const columns = [
    'dossier',
    ...(withUnit ? (['unit'] as const) : []),
    'due',
    'standing',
    'handler',
    'received',
    ...(withFaults ? (['faults'] as const) : []),
  ] as const;
  return (
    <table className="mt-2 w-full max-md:block">
      <caption className="sr-only">{t('title')}</caption>
      <thead className="max-md:sr-only">
        <tr>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className="border-b border-line py-1.5 pr-4 text-left text-tiny font-medium whitespace-nowrap text-ink2"
            >
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.key} className="max-md:grid max-md:gap-2">
          <tr className="max-md:block">
            <th
              scope="rowgroup"
              colSpan={columns.length}
              className={`pt-3.5 pb-1 text-left text-[13px] font-semibold max-md:block ${group.key === 'beforeClosing' ? 'text-risk' : ''}`}
            >
              {t('groupCount', { name: nameOf(group), count: group.lines.length })}
            </th>
          </tr>
          {group.lines.map((line) => (
            <DossierRow
              key={`${line.unit} ${line.dossier}`}
              line={line}
              withUnit={withUnit}
              withFaults={withFaults}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}
