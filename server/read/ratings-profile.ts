import { conductProfile } from '../../lib/domain/conduct/conduct-profile.ts';
import { type ConductSet, conductSetOf, conductSpans } from '../../lib/domain/conduct/conduct-set.ts';
import { judge } from '../../lib/domain/judgement.ts';
import type { Period } from '../../lib/domain/period.ts';
import { isSatisfied, LEVELS, type Level } from '../../lib/domain/rating-level.ts';
import { isFewRate } from '../../lib/domain/satisfaction.ts';
import { servicesOf, targetOf } from '../../lib/domain/settings.ts';
import { shareOf } from '../../lib/domain/wilson.ts';
import type { ChannelRatings, RatingsProfile } from '../../lib/wire/rating-reads.ts';
import type { ReadContext } from './context.ts';
import { hiddenNow } from './hidden-ratings.ts';
import { markSums } from './mark-sums.ts';
import { periodSums } from './period-sums.ts';
import { type ScopedUnit, scopeOf } from './scope.ts';

export type ProfileQuestion = {
  period: Period;
  service: string | null;
  counter: string | null;
  channel: string | null;
};

type Row = Record<string, unknown>;

/** One condition for all that is counted here: which ratings are asked for. Parameters 1–7 are those of `valuesOf`. */
const ASKED = `r.unit = ANY($1) AND r.day BETWEEN $2 AND $3 AND ($4::text IS NULL OR r.service = $4)
  AND ($5::text IS NULL OR r.counter = $5) AND ($6::text IS NULL OR r.channel = $6) AND r.rating <> ALL($7)`;

const valuesOf = (
  units: readonly ScopedUnit[],
  { period, service, counter, channel }: ProfileQuestion,
  without: readonly string[],
): unknown[] => [units.map(({ unit }) => unit), period.from, period.to, service, counter, channel, without];

/**
 * What people say of an area in a period (S4, S5, S7). Inside the unit no reason of a rating that B5 hides is counted;
 * nor is the rating itself in what is finer than the unit: a counter, a service, a way (B6). The cost follows the period, not the log.
 */
export async function ratingsProfile(
  context: ReadContext,
  code: string,
  question: ProfileQuestion,
): Promise<RatingsProfile> {
  const { tree } = context;
  const { period, service, counter, channel } = question;
  const now = context.now();
  const units = scopeOf(context, code, now);
  const hidden = (await hiddenNow(context, code)) ?? [];
  // The totals of a unit are live, as on its board; what is finer must not tell of whom they are.
  const without = counter === null && channel === null && service === null ? [] : hidden;
  const all = await levelCounts(context, valuesOf(units, question, []), hidden);
  const told = all.filter((count) => !count.hidden);
  const counts = without.length > 0 ? told : all;
  const finished = await finishedTickets(context, units, question);
  const marks = await markSums(context, units, period, question, new Set(without));

  const byLevel = LEVELS.map((level) => [level, sumOf(counts.filter((one) => one.level === level))] as const);
  const n = sumOf(counts);
  const satisfied = sumOf(counts.filter(({ level }) => isSatisfied(level)));
  const responseRate = shareOf(sumOf(counts, 'firsts'), finished);
  const target = targetOf(tree, code, 'satisfied', period.to, service ?? undefined).value;
  const { result, signal, few } = judge(satisfied, n, target);
  const set = conductSetOf(tree, code, period.to);
  return {
    area: code,
    ...period,
    asOf: new Date(now).toISOString(),
    n,
    // Every level is named by the list.
    byLevel: Object.fromEntries(byLevel) as Record<Level, number>,
    satisfied: shareOf(satisfied, n),
    responseRate,
    fewRate: isFewRate(responseRate),
    target,
    result,
    signal,
    few,
    byChannel: byChannel(told, finished),
    marked: {
      n: marks.n,
      byReason: marks.byReason,
      satisfiedWithout: shareOf(satisfied - marks.satisfied, n - marks.n),
    },
    reasoned: sumOf(told, 'reasoned'),
    ...(await namedIn(context, code, units, period, hidden)),
    waiting: hidden.length > 0,
    conductSet: { area: set.area, from: set.from, name: set.name, nameEn: set.nameEn },
    ...conductProfile(set, await reasonCounts(context, units, question, hidden)),
  };
}

/** Services and, in a unit, counters that ratings of the period name; none that only a hidden one does (B6). */
async function namedIn(
  { pool, tree }: ReadContext,
  code: string,
  units: readonly ScopedUnit[],
  { from, to }: Period,
  hidden: readonly string[],
): Promise<Pick<RatingsProfile, 'services' | 'counters'>> {
  const { rows } = await pool.query<{ services: string[] | null; counters: string[] | null }>(
    `SELECT array_agg(DISTINCT service) FILTER (WHERE service IS NOT NULL) AS services,
       array_agg(DISTINCT counter) FILTER (WHERE counter IS NOT NULL) AS counters
     FROM rating WHERE unit = ANY($1) AND day BETWEEN $2 AND $3 AND rating <> ALL($4)`,
    [units.map(({ unit }) => unit), from, to, hidden],
  );
  const known = servicesOf(tree, code, to);
  const services = (rows[0]?.services ?? []).map((service) => {
    const { name = service, nameEn = null } = known.get(service) ?? {};
    return { code: service, name, nameEn };
  });
  const isOne = units.length === 1 && units[0]?.unit === code;
  const byNumber = new Intl.Collator('vi', { numeric: true });
  return {
    services: services.sort((a, b) => byNumber.compare(a.name, b.name)),
    counters: isOne ? (rows[0]?.counters ?? []).sort(byNumber.compare) : [],
  };
}

/** `hidden`: of ratings that the unit does not see yet (B5). */
type LevelCount = {
  channel: string | null;
  level: Level;
  hidden: boolean;
  n: number;
  firsts: number;
  reasoned: number;
};

const sumOf = (counts: readonly LevelCount[], column: 'n' | 'firsts' | 'reasoned' = 'n'): number =>
  counts.reduce((sum, count) => sum + count[column], 0);

async function levelCounts(
  { pool }: ReadContext,
  values: readonly unknown[],
  hidden: readonly string[],
): Promise<LevelCount[]> {
  const { rows } = await pool.query<LevelCount>(
    `SELECT r.channel, r.level, r.rating = ANY($8) AS hidden, count(*)::int AS n,
       count(*) FILTER (WHERE NOT r.second)::int AS firsts, count(*) FILTER (WHERE cardinality(r.reasons) > 0)::int AS reasoned
     FROM rating r WHERE ${ASKED} GROUP BY r.channel, r.level, hidden`,
    [...values, hidden],
  );
  return rows;
}

function byChannel(counts: readonly LevelCount[], finished: number): ChannelRatings[] {
  const channels = [...new Set(counts.map(({ channel }) => channel))];
  return channels
    .map((channel) => {
      const own = counts.filter((count) => count.channel === channel);
      return {
        channel,
        n: sumOf(own),
        satisfied: shareOf(sumOf(own.filter(({ level }) => isSatisfied(level))), sumOf(own)),
        responseRate: shareOf(sumOf(own, 'firsts'), finished),
      };
    })
    .sort((a, b) => b.n - a.n || ((a.channel ?? '~') < (b.channel ?? '~') ? -1 : 1));
}

/** Finished tickets of the period: what could have been rated. */
async function finishedTickets(
  context: ReadContext,
  units: readonly ScopedUnit[],
  { period, service, counter }: ProfileQuestion,
): Promise<number> {
  if (counter === null) {
    const rows = await periodSums(context, {
      units: units.map((unit) => ({ ...unit, key: '' })),
      period,
      service,
      grain: 'period',
      byService: false,
      columns: ['finished'],
    });
    return rows.reduce((sum, row) => sum + row.sum.cell.finished, 0);
  }
  const { rows } = await context.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ticket WHERE unit = ANY($1) AND service_day BETWEEN $2 AND $3 AND counter = $4
       AND state = 'finished' AND NOT pending AND ($5::text IS NULL OR service = $5)`,
    [units.map(({ unit }) => unit), period.from, period.to, counter, service],
  );
  return rows[0]?.n ?? 0;
}

/** How often each reason stands at ratings, each rating once, by the code of conduct of its unit and day. */
async function reasonCounts(
  context: ReadContext,
  units: readonly ScopedUnit[],
  question: ProfileQuestion,
  hidden: readonly string[],
) {
  const { from, to } = question.period;
  const sets: ConductSet[] = [];
  const spans = units.flatMap(({ unit }) =>
    conductSpans(context.tree, unit, from, to).map((span) => {
      const known = sets.findIndex(
        ({ area, from: since }) => area === span.set.area && since === span.set.from,
      );
      return { unit, ...span, number: known >= 0 ? known : sets.push(span.set) - 1 };
    }),
  );
  const { rows } = await context.pool.query<Row>(
    `SELECT s.number, x.reason, count(*) FILTER (WHERE r.level IN ('very_satisfied', 'satisfied'))::int AS praised,
       count(*) FILTER (WHERE r.level NOT IN ('very_satisfied', 'satisfied'))::int AS lacking
     FROM unnest($8::text[], $9::date[], $10::date[], $11::int[]) AS s(unit, from_day, to_day, number)
     JOIN rating r ON r.unit = s.unit AND r.day BETWEEN s.from_day AND s.to_day AND cardinality(r.reasons) > 0
     CROSS JOIN LATERAL (SELECT DISTINCT unnest(r.reasons) AS reason) x
     WHERE ${ASKED} GROUP BY s.number, x.reason`,
    [
      ...valuesOf(units, question, hidden),
      spans.map(({ unit }) => unit),
      spans.map((span) => span.from),
      spans.map((span) => span.to),
      spans.map(({ number }) => number),
    ],
  );
  return rows.flatMap((row) => {
    const set = sets[Number(row.number)];
    const counted = { praised: Number(row.praised), lacking: Number(row.lacking) };
    return set ? [{ set, reason: String(row.reason), ...counted }] : [];
  });
}
