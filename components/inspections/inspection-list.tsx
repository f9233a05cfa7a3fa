'use client';
import { useTranslations } from 'use-intl';
import type { InspectionLine } from '../../lib/wire/inspection-reads.ts';
import type { ListAnswer } from '../../lib/wire/reads.ts';
import { useAreaName } from '../admin/areas-provider.tsx';
import { ListedLines } from '../forms/listed-lines.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { useFormat } from '../ui/use-format.ts';
import { InspectionTags } from './inspection-tags.tsx';
import { inspectionPath } from './inspections-path.ts';

type InspectionListProps = {
  query: string;
  first: ListAnswer<InspectionLine>;
  /** Whether anything but the area narrows the list. */
  filtered: boolean;
};

/** Inspections, newest first. More come on demand. */
export function InspectionList({ query, first, filtered }: InspectionListProps) {
  return (
    <ListedLines theme="inspections" path={`/inspections${query}`} first={first} filtered={filtered}>
      {(lines) => lines.map((line) => <Line key={`${line.unit} ${line.inspection}`} line={line} />)}
    </ListedLines>
  );
}

function Line({ line }: { line: InspectionLine }) {
  const t = useTranslations('inspections');
  const format = useFormat();
  const nameOf = useAreaName();
  const { unit, inspection, findings, remedied, disciplined } = line;
  const facts = [
    t('findingsOf', { count: findings }),
    findings > 0 && t('remediedOf', { n: remedied, of: findings }),
    disciplined > 0 && t('disciplinedOf', { count: disciplined }),
  ];
  return (
    <li className="border-b border-grid py-3 last:border-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="font-semibold">
          <PageLink
            href={inspectionPath(unit, inspection)}
            className="inline-flex items-center text-brand hover:underline pointer-coarse:min-h-11"
          >
            {nameOf(unit)}
          </PageLink>
        </h2>
        <span className="text-small text-ink2">{format.day(line.day)}</span>
        <InspectionTags line={line} />
      </div>
      <p className="mt-0.5 text-small text-ink2">{facts.filter(Boolean).join(' · ')}</p>
    </li>
  );
}
