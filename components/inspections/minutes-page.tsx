'use client';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { InspectionAnswer } from '../../lib/wire/inspection-reads.ts';
import { useAreaName } from '../admin/areas-provider.tsx';
import { FactList } from '../apology/fact-list.tsx';
import { AnsweredList } from '../forms/answered-list.tsx';
import { useApi } from '../forms/use-api.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { useFormat } from '../ui/use-format.ts';
import { inspectionApiPath, inspectionPath, minutesPdfPath } from './inspections-path.ts';
import { useInspectionWords } from './use-inspection-words.ts';

/** The minutes of an inspection on a sheet to be printed. */
export function MinutesPage({ unit, inspection }: { unit: string; inspection: string }) {
  const t = useTranslations('inspections');
  const nameOf = useAreaName();
  const language = useLocale();
  const [state, reload] = useApi<InspectionAnswer>(inspectionApiPath(unit, inspection));
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 print:hidden">
        <PageLink
          href={inspectionPath(unit, inspection)}
          className="inline-flex items-center font-semibold text-brand hover:underline pointer-coarse:min-h-11"
        >
          ‹ {nameOf(unit)}
        </PageLink>
        <span className="flex flex-wrap gap-2">
          <a
            href={minutesPdfPath(unit, inspection, language)}
            className="inline-flex items-center rounded-lg border border-line bg-panel px-3 py-1.5 text-small font-semibold hover:border-quiet pointer-coarse:min-h-11"
          >
            {t('pdf')}
          </a>
          <Button look="primary" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </span>
      </div>
      <AnsweredList theme="inspections" state={state} reload={reload}>
        {(held) =>
          held.minutes ? (
            <Sheet inspection={held} minutes={held.minutes} />
          ) : (
            <Notice as="h1" title={t('minutesTitle')} reason={t('notSigned')} />
          )
        }
      </AnsweredList>
    </>
  );
}

type SheetProps = { inspection: InspectionAnswer; minutes: NonNullable<InspectionAnswer['minutes']> };

function Sheet({ inspection, minutes }: SheetProps) {
  const t = useTranslations('inspections');
  const format = useFormat();
  const nameOf = useAreaName();
  const { moment, dueDay } = useInspectionWords(inspection.unit);
  const { unit, level, kind, team, openedAt, announcedAt, found, steps } = inspection;
  const explained = steps.filter(({ step, text }) => step === 'explained' && text !== null);
  const facts = [
    [t('inspectedUnit'), nameOf(unit)],
    [t('level'), t(`levels.${level ?? 'unknown'}`)],
    [t('kind'), t(`kinds.${kind}`)],
    [t('team'), team],
    [t('openedAt'), moment(openedAt)],
    [t('announcedAt'), moment(announcedAt)],
  ] as const;
  return (
    <article className="mt-3 rounded-panel border border-line bg-panel px-5 py-6 sm:px-10 print:mt-0 print:border-0 print:bg-white print:p-0 print:text-black">
      <p className="text-center font-semibold">{t('motto')}</p>
      <p className="text-center font-semibold underline underline-offset-4">{t('motto2')}</p>
      <h1 className="mt-6 text-center text-xl font-bold">{t('minutesTitle')}</h1>
      <p className="text-center text-ink2">
        {t('minutesNo', { no: minutes.documentNo ?? '—', day: format.day(minutes.documentDate) })}
      </p>
      <FactList facts={facts} />
      <Part title={t('found')}>
        {found.length === 0 && <p>{t('noFindings')}</p>}
        <ol className="list-decimal pl-6">
          {found.map(({ finding, severity, text, due, remediedAt }) => (
            <li key={finding} className="py-1 wrap-anywhere">
              {text ?? t('withheld')}
              <span className="text-ink2">
                {severity !== null && ` · ${t(`severities.${severity}`)}`}
                {due !== null && ` · ${t('due', { day: dueDay(due) })}`}
                {remediedAt !== null && ` · ${t('remedied')} ${moment(remediedAt)}`}
              </span>
            </li>
          ))}
        </ol>
      </Part>
      {explained.length > 0 && (
        <Part title={t('step.explained')}>
          {explained.map(({ at, text }) => (
            <p key={at} className="py-1 whitespace-pre-line wrap-anywhere">
              {text}
            </p>
          ))}
        </Part>
      )}
      {minutes.text !== null && (
        <Part title={t('minutesText')}>
          <p className="whitespace-pre-line wrap-anywhere">{minutes.text}</p>
        </Part>
      )}
      <div className="mt-8 grid grid-cols-1 gap-6 text-center sm:grid-cols-2 print:grid-cols-2">
        {minutes.signatories.map(({ title, name }) => (
          <div key={`${title} ${name}`} className="min-h-32">
            <p className="font-semibold uppercase">{title}</p>
            <p className="text-small text-ink2 italic">{t('signHere')}</p>
            <p className="mt-14 font-semibold">{name}</p>
          </div>
        ))}
      </div>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-5">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </section>
  );
}
