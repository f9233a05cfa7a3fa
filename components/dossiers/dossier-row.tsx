'use client';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { MISSING } from '../../lib/i18n/format.ts';
import type { DossierLine } from '../../lib/wire/dossier-reads.ts';
import { useBoard } from '../live/use-board.ts';
import { PageLink } from '../ui/page-link.tsx';
import { Tag } from '../ui/tag.tsx';
import { useChannelText } from './channel-text.ts';
import { dossierPath } from './dossiers-path.ts';
import { Standing } from './standing.tsx';
import { useDossierText } from './use-dossier-text.ts';

/** On a phone a row is a card whose cells bear the titles of their columns. */
const CELL =
  'min-w-0 py-2 pr-4 last:pr-0 max-md:col-span-2 max-md:flex max-md:justify-between max-md:gap-4 max-md:p-0 max-md:text-right max-md:before:shrink-0 max-md:before:text-left max-md:before:text-small max-md:before:text-ink2 max-md:before:content-[attr(data-title)]';

type DossierRowProps = {
  line: DossierLine;
  /** Whether the area has more than one unit. */
  withUnit: boolean;
  /** Whether what is to correct has a column. */
  withFaults: boolean;
};

/** One dossier of a list: what it is, when it is due, how it stands and who has it. */
export const DossierRow = memo(function DossierRow({ line, withUnit, withFaults }: DossierRowProps) {
  const t = useTranslations('dossierList');
  const faults = useTranslations('dossierFaults.kind');
  const text = useDossierText();
  const area = useBoard((board) => board.header.code);
  const channelText = useChannelText();
  return (
    <tr className="border-b border-grid align-top last:border-0 max-md:grid max-md:grid-cols-[minmax(8rem,1fr)_auto] max-md:gap-x-3 max-md:gap-y-1 max-md:rounded-lg max-md:border max-md:border-line max-md:p-3 max-md:last:border">
      <th scope="row" className="min-w-0 py-2 pr-4 text-left font-normal max-md:p-0">
        <PageLink
          href={dossierPath(area, line.dossier)}
          className="font-semibold wrap-anywhere text-brand underline decoration-line underline-offset-3 hover:decoration-current pointer-coarse:inline-block pointer-coarse:py-1.5"
        >
          {line.dossier}
        </PageLink>
        <div className="text-small text-ink2">{text.procedure(line)}</div>
      </th>
      {withUnit && (
        <td data-title={t('column.unit')} className={CELL}>
          {text.place(line.unit)}
        </td>
      )}
      <td data-title={t('column.due')} className={`${CELL} whitespace-nowrap`}>
        <div>
          {text.due(line)}
          {line.extensions > 0 && (
            <div className={`text-small ${line.extensions > 1 ? 'font-semibold text-missed' : 'text-ink2'}`}>
              {t(line.extensions > 1 ? 'secondExtension' : 'extended', { count: line.extensions })}
            </div>
          )}
        </div>
      </td>
      <td className="min-w-0 py-2 pr-4 max-md:col-start-2 max-md:row-start-1 max-md:p-0 max-md:text-right">
        <Standing line={line} />
      </td>
      <td
        data-title={t('column.handler')}
        // A card says once where it is.
        className={`${CELL} ${withUnit && line.handler === line.unit && line.stage === null ? 'max-md:hidden' : ''}`}
      >
        <div>
          {line.handler === null ? (
            <span className="text-small text-ink2">{t('handlerUnknown')}</span>
          ) : (
            text.place(line.handler)
          )}
          {line.stage !== null && <div className="text-small text-ink2">{line.stage}</div>}
        </div>
      </td>
      <td data-title={t('column.received')} className={CELL}>
        <div>
          {line.receivedDay === null ? MISSING : text.day(line.receivedDay)}
          {line.channel !== null && <div className="text-small text-ink2">{channelText(line.channel)}</div>}
        </div>
      </td>
      {withFaults && (
        <td data-title={t('column.faults')} className={CELL}>
          <span className="flex flex-wrap gap-1 max-md:justify-end">
            {line.faults.map((fault) => (
              <Tag key={fault} tone="attention">
                {faults(fault)}
              </Tag>
            ))}
          </span>
        </td>
      )}
    </tr>
  );
});
