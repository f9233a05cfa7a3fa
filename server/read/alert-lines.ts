import { escalatedTo } from '../../lib/domain/alerts/alert.ts';
import type { DataOf } from '../../lib/domain/events/registry.ts';
import { areasBelow, isWithin, lineOf, type Tree } from '../../lib/domain/tree.ts';
import type { AlertLine } from '../../lib/wire/alert-reads.ts';
import { isoOf } from './dossier-lines.ts';

/** Columns that `alertLine` reads, of the table `alert` under the name `a`. */
export const ALERT_LINE = `a.unit, a.alert, a.state, a.day::text AS day, a.raised_at, a.raised, a.taken_at, a.noted_at, a.closed_at,
  a.cleared_at, t.name AS taken_by, c.name AS closed_by,
  (SELECT count(*)::int FROM explanation e WHERE e.about_kind = 'alert' AND e.about = a.alert AND e.unit = a.unit) AS explanations,
  CASE WHEN a.cleared_at IS NULL THEN (
    SELECT g.unit FROM above JOIN alert g ON g.unit = above.area
    WHERE above.unit = a.unit AND g.kind = a.kind AND g.cleared_at IS NULL AND g.raised_at IS NOT NULL
    ORDER BY above.height DESC LIMIT 1) END AS "group"`;

const personIn = (column: string): string => `substring(${column} FROM '^/person/([^/]+)')`;

/** The joins that those columns need; `above` says which areas lie over which, within what is asked for. */
export const ALERT_NAMES = `LEFT JOIN person t ON t.id = ${personIn('a.taken_by')} LEFT JOIN person c ON c.id = ${personIn('a.closed_by')}`;

/** Pairs of an area and one above it as three columns, for `above`. */
export function aboveWithin(tree: Tree, code: string): [units: string[], areas: string[], heights: number[]] {
  const columns: [string[], string[], number[]] = [[], [], []];
  for (const unit of areasBelow(tree, code))
    for (const [height, { code: area }] of lineOf(tree, unit).entries()) {
      if (height === 0 || !isWithin(tree, area, code)) continue;
      columns[0].push(unit);
      columns[1].push(area);
      columns[2].push(height);
    }
  return columns;
}

export type AlertRow = {
  unit: string;
  alert: string;
  state: AlertLine['state'];
  day: string;
  raised_at: Date;
  raised: Omit<DataOf<'alert.raised'>, 'alert'>;
  taken_at: Date | null;
  taken_by: string | null;
  noted_at: Date | null;
  closed_at: Date | null;
  closed_by: string | null;
  cleared_at: Date | null;
  explanations: number;
  group: string | null;
};

/** A line as it stands at the instant `at` (epoch ms). */
export function alertLine(tree: Tree, row: AlertRow, at: number): AlertLine {
  const { raised } = row;
  const reached = {
    raised,
    raisedAt: row.raised_at.getTime(),
    takenAt: row.taken_at?.getTime() ?? null,
    clearedAt: row.cleared_at?.getTime() ?? null,
  };
  return {
    unit: row.unit,
    alert: row.alert,
    kind: raised.kind,
    state: row.state,
    day: row.day,
    raisedAt: row.raised_at.toISOString(),
    since: new Date(raised.since).toISOString(),
    value: raised.value,
    of: raised.of ?? null,
    limit: raised.limit ?? null,
    people: raised.people,
    counter: raised.counter ?? null,
    units: raised.units?.[0] ?? null,
    unitsOf: raised.units?.[1] ?? null,
    takenAt: isoOf(row.taken_at),
    takenBy: row.taken_by,
    notedAt: isoOf(row.noted_at),
    closedAt: isoOf(row.closed_at),
    closedBy: row.closed_by,
    clearedAt: isoOf(row.cleared_at),
    escalatedTo: escalatedTo(tree, row.unit, reached, at),
    group: row.group,
    explanations: row.explanations,
  };
}
