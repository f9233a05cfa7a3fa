'use client';
import { useTranslations } from 'use-intl';
import type { FindingAnswer, InspectionAnswer } from '../../lib/wire/inspection-reads.ts';
import { Panel } from '../ui/panel.tsx';
import { Tag } from '../ui/tag.tsx';
import { inspectionApiPath } from './inspections-path.ts';
import { useInspectionWords } from './use-inspection-words.ts';

/** Everything found, with its photo, its day and its remedy. */
export function FindingsPanel({ inspection }: { inspection: InspectionAnswer }) {
  const t = useTranslations('inspections');
  const { found } = inspection;
  return (
    <Panel title={t('found')} className="mt-3">
      {found.length === 0 && <p className="mt-1 text-ink2">{t('noFindings')}</p>}
      <ol>
        {found.map((finding, index) => (
          <Finding key={finding.finding} finding={finding} n={index + 1} inspection={inspection} />
        ))}
      </ol>
    </Panel>
  );
}

type FindingProps = { finding: FindingAnswer; n: number; inspection: InspectionAnswer };

function Finding({ finding, n, inspection: { unit, inspection } }: FindingProps) {
  const t = useTranslations('inspections');
  const { moment, dueDay } = useInspectionWords(unit);
  const { severity, text, photo, due, remediedAt, remedy, explanations } = finding;
  return (
    <li className="border-b border-grid py-3 last:border-0">
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <b className="font-semibold">{n}.</b>
        <span className="min-w-0 flex-1 whitespace-pre-line wrap-anywhere">
          {text ?? <i className="text-ink2">{t('withheld')}</i>}
        </span>
      </div>
      <p className="mt-1 flex flex-wrap items-center gap-1.5 text-small text-ink2">
        {severity !== null && (
          <Tag tone={severity === 'minor' ? 'plain' : 'attention'}>{t(`severities.${severity}`)}</Tag>
        )}
        <Remedy finding={finding} />
        {due !== null && t('due', { day: dueDay(due) })}
      </p>
      {photo && (
        // Drawn by our own server, for this reader alone.
        // biome-ignore lint/performance/noImgElement: an optimiser would keep a copy
        <img
          src={`/api/v1${inspectionApiPath(unit, inspection)}/findings/${encodeURIComponent(finding.finding)}/photo`}
          alt={t('photoOf', { n })}
          className="mt-2 max-h-[60vh] max-w-full rounded-md border border-line"
        />
      )}
      {remediedAt !== null && (
        <p className="mt-1 text-small wrap-anywhere">
          <span className="text-ink2">{moment(remediedAt)}</span>
          {remedy !== null && ` · ${remedy}`}
        </p>
      )}
      {explanations.map(({ at, text: words }) => (
        <p key={`${at} ${words}`} className="mt-1 border-l-2 border-line pl-2 text-small wrap-anywhere">
          <span className="text-ink2">
            {t('step.explained')} · {moment(at)}
          </span>
          {' · '}
          {words === null ? <i className="text-ink2">{t('withheld')}</i> : words}
        </p>
      ))}
    </li>
  );
}

function Remedy({ finding: { remediedAt, inTime } }: { finding: FindingAnswer }) {
  const t = useTranslations('inspections');
  if (remediedAt === null)
    return inTime === false ? <Tag tone="urgent">{t('overdueFinding')}</Tag> : <Tag>{t('openFinding')}</Tag>;
  if (inTime === null) return <Tag tone="met">{t('remedied')}</Tag>;
  return inTime ? <Tag tone="met">{t('inTime')}</Tag> : <Tag tone="attention">{t('late')}</Tag>;
}
