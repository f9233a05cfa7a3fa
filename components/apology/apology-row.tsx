'use client';
import { useTranslations } from 'use-intl';
import type { ApologyLine } from '../../lib/wire/dossier-reads.ts';
import { ActionLink } from '../admin/action-link.tsx';
import { useAreaName, useAreas } from '../admin/areas-provider.tsx';
import { Tag } from '../ui/tag.tsx';
import { ChainMarks } from './chain-marks.tsx';
import { useLateness } from './use-lateness.ts';
import { useMayIn } from './use-may-in.ts';
import { useMoment } from './use-moment.ts';

/** The page of a letter. */
export const pathOf = (unit: string, apology: string): string =>
  `/apologies/${encodeURIComponent(unit)}/${encodeURIComponent(apology)}`;

/** The page on which a letter about a dossier is drafted. */
export const draftPathOf = (unit: string, dossier: string): string =>
  `/apologies/new?${new URLSearchParams({ area: unit, dossier })}`;

/** One case: what it is, what was promised, where the chain stands, and what to do next. */
export function ApologyRow({ line }: { line: ApologyLine }) {
  const t = useTranslations('apology.page');
  const nameOf = useAreaName();
  const { byCode } = useAreas();
  const mayWrite = useMayIn('apologies.write');
  const moment = useMoment();
  const lateness = useLateness();
  const zone = byCode.get(line.unit)?.timezone ?? 'Asia/Ho_Chi_Minh';
  const { apology, dossier, unit } = line;
  const what = useAbout()(line);
  return (
    <li className="grid items-center gap-x-4 gap-y-1 border-b border-grid py-2.5 last:border-0 grid-cols-[minmax(0,1fr)_auto] md:grid-cols-[minmax(0,1.6fr)_minmax(0,1.2fr)_minmax(0,1.1fr)_8rem]">
      <div className="min-w-0">
        <p className="font-semibold wrap-anywhere">
          {what} {line.secondExtension && <Tag tone="urgent">{t('second')}</Tag>}
        </p>
        <p className="text-small text-ink2 wrap-anywhere">
          {[line.procedureName, nameOf(unit)].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className="min-w-0 text-small max-md:col-start-1">
        {line.dueAt !== null && (
          <>
            <p>{t('due', { moment: moment(line.dueAt, zone) })}</p>
            <p className="text-ink2">{lateness(line)}</p>
          </>
        )}
      </div>
      <div className="min-w-0 text-small max-md:col-start-1">
        <ChainMarks line={line} />
        {apology !== null && dossier !== null && (
          <p className="mt-0.5 text-ink2">
            {line.newDueAt === null ? t('noNewDue') : t('newDue', { moment: moment(line.newDueAt, zone) })}
          </p>
        )}
      </div>
      <div className="max-md:col-start-2 max-md:row-span-3 max-md:row-start-1 md:justify-self-end">
        {apology !== null && (
          <ActionLink href={pathOf(unit, apology)} label={t('openOf', { what })}>
            {t('open')}
          </ActionLink>
        )}
        {apology === null && dossier !== null && mayWrite(unit) && (
          <ActionLink href={draftPathOf(unit, dossier)} label={t('draftOf', { dossier })} look="primary">
            {t('draft')}
          </ActionLink>
        )}
      </div>
    </li>
  );
}

/** What a letter is about, in words. */
export function useAbout(): (
  line: Pick<ApologyLine, 'dossier' | 'rating' | 'suggestion' | 'apology'>,
) => string {
  const t = useTranslations('apology.page');
  return ({ dossier, rating, suggestion, apology }) => {
    if (dossier !== null) return dossier;
    if (rating !== null) return t('rating', { code: rating });
    return suggestion !== null ? t('suggestion', { code: suggestion }) : (apology ?? '');
  };
}
