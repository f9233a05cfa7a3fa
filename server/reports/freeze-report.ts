import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { reportEvents } from '../../lib/domain/events/report.ts';
import type { ReportData } from '../../lib/wire/report.ts';
import { canonical } from '../log/content.ts';
import type { Definition } from '../log/submission.ts';

type Figures = z.input<(typeof reportEvents)['report.frozen']>['figures'];

/** RP5: the event that freezes a report, with the figures it holds and their hash. */
export function frozenBy(report: ReportData): Extract<Definition, { type: 'report.frozen' }> {
  // Numbers, texts, lists and objects alone, as it leaves in JSON.
  const figures: Figures = JSON.parse(JSON.stringify(report));
  const { area, kind, months, from, to, knownSeq } = report;
  const hash = createHash('sha256').update(canonical(figures)).digest('hex');
  return {
    type: 'report.frozen',
    data: { area: area.code, kind, months, fromDay: from, toDay: to, knownSeq, figures, hash },
  };
}
