'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { InspectionTotals, InspectionTotalsRow } from '../../lib/wire/inspection-reads.ts';
import { fullName } from '../board/place-name.ts';
import { CopiedText } from '../forms/copied-text.tsx';
import { useBoard } from '../live/use-board.ts';
import { PageLink } from '../ui/page-link.tsx';
import { Panel } from '../ui/panel.tsx';
import { useFormat } from '../ui/use-format.ts';

const ID = 'inspection-counts';

type Level = NonNullable<InspectionTotalsRow['level']>;

/** Who was inspected this year as far as it is announced (I2), by level, and what is past its day to be remedied. */
export function InspectionCounts({ answer }: { answer: InspectionTotals }) {
  const t = useTranslations('inspectionPanel');
  const format = useFormat();
  const code = useBoard((board) => board.header.code);
  const { from, to, total, openFindings } = answer;
  const { remediedInTime: inTime } = total;
  const all = `/inspections?area=${encodeURIComponent(code)}`;
  const path = `${all}&from=${from}&to=${to}`;
  const figures = [
    {
      key: 'inspections',
      n: format.number(total.inspections),
      more: t('ofUnits', { n: total.units, surprise: total.surprise }),
      href: path,
    },
    {
      key: 'remedied',
      n: `${format.number(total.remedied)}/${format.number(total.findings)}`,
      more:
        inTime.of === 0 ? t('noneDue') : t('inTime', { share: format.percent(inTime.share), of: inTime.of }),
      href: path,
    },
    {
      key: 'overdue',
      n: format.number(openFindings.overdue),
      more: t('ofOpen', { of: openFindings.of }),
      href: all,
    },
  ] as const;
  return (
    <Panel
      title={t('title')}
      aside={
        <PageLink href={path} className="text-brand">
          {t('open')}
        </PageLink>
      }
    >
      <p className="text-small text-ink2">{t('aside', { from: format.date(from), to: format.date(to) })}</p>
      <dl className="mt-1.5 grid grid-cols-3 gap-3">
        {figures.map(({ key, n, more, href }) => (
          <div key={key} className="grid grid-rows-[auto_auto_1fr]">
            <dt className="row-start-2 text-small">{t(key)}</dt>
            <dd
              className={`row-start-1 text-lg font-semibold ${key === 'overdue' && openFindings.overdue > 0 ? 'text-risk' : ''}`}
            >
              <PageLink href={href} className="hover:underline" aria-label={`${t(key)}: ${n}`}>
                {n}
              </PageLink>
            </dd>
            <dd className="row-start-3 text-small text-ink2">{more}</dd>
          </div>
        ))}
      </dl>
      <Levels rows={answer.rows} />
      <ForZalo answer={answer} path={path} />
    </Panel>
  );
}

/** How many of each level, the largest first. */
function levelsOf(rows: readonly InspectionTotalsRow[]): { level: Level; n: number }[] {
  const counts = new Map<Level, number>();
  for (const { level, inspections } of rows)
    if (level !== null) counts.set(level, (counts.get(level) ?? 0) + inspections);
  return [...counts].map(([level, n]) => ({ level, n })).sort((a, b) => b.n - a.n);
}

function Levels({ rows }: { rows: readonly InspectionTotalsRow[] }) {
  const t = useTranslations('inspectionPanel');
  const format = useFormat();
  const levels = levelsOf(rows);
  const most = levels[0]?.n ?? 1;
  if (levels.length === 0) return null;
  return (
    <section aria-label={t('byLevel')} className="mt-2 border-t border-grid pt-2">
      <ul className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-1 text-small">
        {levels.map(({ level, n }) => (
          <li key={level} className="contents">
            <span>{t(`levels.${level}`)}</span>
            <span aria-hidden="true" className="h-2 rounded-full bg-grid">
              <span
                className="block h-2 rounded-full bg-brand/60"
                style={{ width: `${Math.max(2, (n / most) * 100)}%` }}
              />
            </span>
            <span className="text-right font-semibold tabular-nums">{format.number(n)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ForZalo({ answer, path }: { answer: InspectionTotals; path: string }) {
  const t = useTranslations('inspectionPanel');
  const locale = useLocale();
  const format = useFormat();
  const header = useBoard((board) => board.header);
  const { from, to, total, openFindings, rows } = answer;
  const said = t('sentence', {
    name: fullName(locale, header),
    from: format.date(from),
    to: format.date(to),
    inspections: total.inspections,
    levels: levelsOf(rows)
      .map(({ level, n }) => `${t(`levels.${level}`)} ${format.number(n)}`)
      .join(', '),
    findings: total.findings,
    remedied: total.remedied,
    overdue: openFindings.overdue,
    open: openFindings.of,
    // Asked for by the browser, so there is always an address.
    link: new URL(path, location.href).href,
  });
  const sentence = header.demo ? `[${t('demo')}] ${said}` : said;
  return (
    <CopiedText id={ID} text={sentence} className="mt-2">
      {t('copy')}
    </CopiedText>
  );
}
