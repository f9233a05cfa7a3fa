'use client';
import { useLocale, useTranslations } from 'use-intl';
import { actionOf } from '../../lib/domain/access/action.ts';
import { REPORT_KINDS } from '../../lib/domain/report/report-kind.ts';
import type { Me } from '../../lib/wire/access/account.ts';
import type { PeriodAnswer } from '../../lib/wire/reads.ts';
import type { FrozenReports, ReportAnswer } from '../../lib/wire/report.ts';
import { Loaded } from '../admin/loaded.tsx';
import { PageHead } from '../admin/page-head.tsx';
import { fullName } from '../board/place-name.ts';
import { DownloadButton } from '../forms/download-button.tsx';
import { useApi } from '../forms/use-api.ts';
import { useBoard } from '../live/use-board.ts';
import { PeriodChoice } from '../measures/period-choice.tsx';
import { periodPath } from '../measures/period-query.ts';
import { useUrlQuery } from '../measures/use-url-query.ts';
import { Button } from '../ui/button.tsx';
import { CutList } from './cut-list.tsx';
import { FreezeButton } from './freeze-button.tsx';
import { reportAsked, reportPath } from './report-path.ts';
import { ReportSheet } from './report-sheet.tsx';

const FILES = [
  { word: 'pdfVi', extension: 'pdf', lang: 'vi' },
  { word: 'pdfEn', extension: 'pdf', lang: 'en' },
  { word: 'docxVi', extension: 'docx', lang: 'vi' },
  { word: 'docxEn', extension: 'docx', lang: 'en' },
  { word: 'xlsxVi', extension: 'xlsx', lang: 'vi' },
  { word: 'xlsxEn', extension: 'xlsx', lang: 'en' },
] as const;

/** The reports of an area: a period to read, print and freeze, and what was frozen. Inside a LiveProvider. */
export function ReportsPage({ me }: { me: Me }) {
  const t = useTranslations('reports');
  const locale = useLocale();
  const header = useBoard((board) => board.header);
  const [query, change] = useUrlQuery();
  const asked = reportAsked(query);
  const [period, reloadPeriod] = useApi<PeriodAnswer>(periodPath(header.code, asked));
  const [answer, reload] = useApi<ReportAnswer>(reportPath(header.code, asked));
  const cutsPath = `/areas/${encodeURIComponent(header.code)}/reports`;
  const [cuts, reloadCuts] = useApi<FrozenReports>(cutsPath);
  const name = fullName(locale, header);
  return (
    <div className="mx-auto grid max-w-5xl grid-cols-1 gap-3">
      <PageHead title={t('titleOf', { name })} about={t('about')} />
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <PeriodChoice
          asked={asked}
          period={period.kind === 'ready' ? period.value : null}
          change={(changes) => change({ ...changes, frozen: null })}
          kinds={REPORT_KINDS}
        />
        {asked.frozen !== null && <Button onClick={() => change({ frozen: null })}>{t('runningNow')}</Button>}
        {asked.frozen === null && mayFreeze(me, [header, ...header.path]) && (
          <Loaded state={period} reload={reloadPeriod}>
            {(found) => (
              <FreezeButton
                area={{ code: header.code, name }}
                asked={asked}
                period={found}
                onFrozen={({ frozen }) => {
                  reloadCuts();
                  change({ frozen: String(frozen) });
                }}
              />
            )}
          </Loaded>
        )}
      </div>
      <fieldset aria-label={t('download')} className="flex flex-wrap gap-2">
        {FILES.map(({ word, ...file }) => (
          <DownloadButton key={word} path={reportPath(header.code, asked, file)}>
            {t(word)}
          </DownloadButton>
        ))}
      </fieldset>
      <Loaded state={cuts} reload={reloadCuts}>
        {(first) => (
          <CutList
            path={cutsPath}
            first={first}
            shown={asked.frozen}
            onOpen={(frozen) => change({ frozen })}
          />
        )}
      </Loaded>
      <Loaded state={answer} reload={reload}>
        {(found) => <ReportSheet answer={found} />}
      </Loaded>
    </div>
  );
}

/** Whether to offer the cut-off here; the server decides. */
const mayFreeze = ({ roles }: Me, line: readonly { code: string }[]): boolean =>
  roles.some(
    ({ role, area }) =>
      actionOf('reports.freeze').roles.includes(role) &&
      (area === null || line.some(({ code }) => code === area.code)),
  );
