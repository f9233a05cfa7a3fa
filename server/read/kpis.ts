import { poolSums, ratingMeasures, ticketMeasures } from '../../lib/domain/measures.ts';
import { CELL_NAMES, mergeCells } from '../../lib/domain/rollup.ts';
import { targetOf } from '../../lib/domain/settings.ts';
import { momentOf } from '../../lib/domain/waiters.ts';
import type { KpisAnswer } from '../../lib/wire/reads.ts';
import { alertMeasures } from './alert-measures.ts';
import { apologyCounts } from './apologies.ts';
import type { ReadContext } from './context.ts';
import { type DossierQuestion, dossierKpis } from './dossier-kpis.ts';
import { hiddenNow, hiddenSums } from './hidden-ratings.ts';
import { inspectionKpis } from './inspection-totals.ts';
import { markSums } from './mark-sums.ts';
import { periodSums } from './period-sums.ts';
import { ratingSums } from './rating-sums.ts';
import { type ScopedUnit, scopeOf } from './scope.ts';
import { suggestionKpis } from './suggestion-kpis.ts';
import { ticketSums } from './ticket-sums.ts';
import { waitersAt, waitersNow } from './waiters.ts';

/** Instants in epoch ms. `within` null: the area's target. */
export type KpisQuestion = DossierQuestion & {
  service: string | null;
  counter: string | null;
  within: readonly number[] | null;
  asOf: number | null;
};

/** The measures of an area over local days. The area must be in the tree. */
export async function kpis(context: ReadContext, code: string, question: KpisQuestion): Promise<KpisAnswer> {
  const { period, service } = question;
  // Nobody knows what happens after now; what was known at a past instant is read at that instant.
  const now = context.now();
  const asOf = Math.min(question.asOf ?? question.knownAt ?? now, now);
  const read = question.counter === null && question.knownAt === null ? fromRollups : fromTickets;
  const { sum, moment, marks } = await read({ ...context, now: () => now }, code, question, asOf);
  const day = period.to;
  const within = question.within ?? [
    targetOf(context.tree, code, 'within', day, service ?? undefined).seconds,
  ];
  return {
    area: code,
    ...period,
    asOf: new Date(asOf).toISOString(),
    tickets: scopeOf(context, code, asOf).some((unit) => unit.queue)
      ? ticketMeasures(sum, moment, within)
      : null,
    ratings: ratingMeasures(sum.cell, marks),
    dossiers: await dossierKpis({ ...context, now: () => now }, code, question, asOf),
    apologies: await apologyCounts(context, code, period, now),
    alerts: await alertMeasures(context, code, period),
    suggestions: await suggestionKpis(context, code, period, asOf),
    inspections: await inspectionKpis(context, code, period, asOf),
  };
}

async function fromRollups(
  context: ReadContext,
  code: string,
  { period, service }: KpisQuestion,
  asOf: number,
) {
  const now = context.now();
  const units = scopeOf(context, code, now, () => code);
  const rows = await periodSums(context, {
    units,
    period,
    service,
    grain: 'period',
    byService: false,
    columns: CELL_NAMES,
  });
  // B6: else they would tell of which service a low rating was given just now.
  const hidden = await hiddenSums(context, code, { service, period });
  const sum = poolSums([...rows, ...hidden].map((row) => row.sum));
  const without = hidden.length === 0 ? null : await hiddenNow(context, code);
  const marks = await markSums(context, units, period, { service }, new Set(without));
  if (asOf === now)
    return {
      sum,
      marks,
      moment: momentOf(await waitersNow(context, units, period, now), sum.unserved, now, service),
    };
  const { waiters, uncalledBefore } = await waitersAt(
    context,
    scopeOf(context, code, asOf),
    period,
    service,
    asOf,
  );
  return { sum, marks, moment: momentOf(waiters, uncalledBefore, asOf, service) };
}

async function fromTickets(context: ReadContext, code: string, question: KpisQuestion, asOf: number) {
  const units: ScopedUnit[] = scopeOf(context, code, asOf);
  const { sum, waiters, uncalledBefore } = await ticketSums(context, units, { ...question, asOf });
  // B6: else they would tell at which counter a low rating was given just now.
  const apart = question.counter !== null || question.service !== null;
  const hidden = apart ? await hiddenNow(context, code) : null;
  const { cell, marks } = await ratingSums(context, units, question, new Set(hidden));
  return {
    sum: { ...sum, cell: mergeCells([sum.cell, cell]) },
    marks,
    moment: momentOf(waiters, uncalledBefore, asOf, question.service),
  };
}
