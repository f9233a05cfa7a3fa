import type { Pool } from 'pg';
import { calendarMonths, periodOf, reportingMonths } from '../../lib/domain/calendar/reporting-period.ts';
import type { ReportKind } from '../../lib/domain/report/report-kind.ts';
import { type AreaDefinition, localDayIn } from '../../lib/domain/tree.ts';
import { addDays } from '../../lib/domain/zoned-time.ts';
import { localName } from '../../lib/i18n/local-name.ts';
import { periodText } from '../../lib/i18n/period-text.ts';
import type { ReportData } from '../../lib/wire/report.ts';
import type { ReadContext } from '../read/context.ts';
import { inOneMoment } from '../read/in-one-moment.ts';
import { period } from '../read/period.ts';
import { report } from '../read/report.ts';
import { PDF, reportFile, XLSX } from '../reports/report-file.ts';
import { reportTexts } from '../reports/report-texts.ts';
import { worksOn } from './briefs.ts';
import type { Told } from './listeners.ts';
import type { Message } from './message.ts';
import type { Post } from './post.ts';

/** A listener as one of reports, which wait apart from alerts and briefs. */
export const reporting = (told: Told): Told => ({ ...told, id: `${told.id}/report` });

export type ReportMailParts = { context: ReadContext; pool: Pool; post: Post; base: () => string };

/**
 * Sends whoever leads an area its report: the brief of the day on working days, and on the day after a month of reports
 * has ended that month's, as paper and workbook. Files go by mail alone.
 */
export async function sendReports(parts: ReportMailParts, listeners: readonly Told[]): Promise<void> {
  const { context, post } = parts;
  const at = context.now();
  const made = new Map<string, Message[]>();
  for (const listener of listeners) {
    const area = context.tree.areas.get(listener.area);
    if (listener.kind !== 'person' || !area) continue;
    const messages = made.get(area.code) ?? (await messagesOf(parts, area, at));
    made.set(area.code, messages);
    const told = reporting(listener);
    // One waits at most for each: the report of a past day helps nobody.
    for (const message of messages) if (!post.isWaiting(told.id)) await post.deliver(told, message, at);
  }
}

async function messagesOf(parts: ReportMailParts, area: AreaDefinition, at: number): Promise<Message[]> {
  const { tree } = parts.context;
  const today = localDayIn(tree, area.code, at);
  const messages: Message[] = [];
  const yesterday = addDays(today, -1);
  const months = tree.reportingPeriods.size > 0 ? 'reports' : 'calendar';
  const starts = months === 'reports' ? reportingMonths(tree, area.code) : calendarMonths;
  if (periodOf(starts, 'month', yesterday)?.to === yesterday)
    messages.push(...(await messageOf(parts, area, { kind: 'month', months, day: yesterday, today })));
  if (worksOn(tree, area.code, at))
    messages.push(...(await messageOf(parts, area, { kind: 'day', months: 'calendar', day: today, today })));
  return messages;
}

type Wanted = { kind: ReportKind; months: 'calendar' | 'reports'; day: string; today: string };

async function messageOf(
  { context, pool, base }: ReportMailParts,
  area: AreaDefinition,
  { kind, months, day, today }: Wanted,
): Promise<Message[]> {
  const chosen = period(context.tree, area.code, { chosen: { kind, day }, months, today });
  if (!chosen) return [];
  const data: ReportData = await inOneMoment(pool, (queries) =>
    report({ ...context, pool: queries }, area, { kind, months, period: chosen, rule: 'own' }),
  );
  const words = reportTexts('vi');
  const made = kind === 'day' ? [PDF] : [PDF, XLSX];
  const attachments = [];
  for (const one of made) attachments.push(await reportFile(one, { report: data, frozen: null }, 'vi'));
  const subject = words.report('mail.subject', {
    name: localName('vi', data.area),
    period: periodText(kind, data, words),
    mark: data.demo ? `[${words.report('demo')}] ` : '',
  });
  const query = new URLSearchParams({ area: area.code, period: kind, day, months });
  const link = `${base()}/reports?${query}`;
  return [
    {
      type: 'report',
      subject,
      text: [subject, words.report('mail.text'), link].join('\n'),
      data: { link },
      attachments,
    },
  ];
}
