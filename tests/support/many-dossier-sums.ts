import { DOSSIER_COLUMNS, type DossierColumn } from '../../lib/domain/dossier/dossier-cell.ts';
import { snakeCase } from '../../server/log/snake-case.ts';

const JUDGED = `result IS NULL OR result IN ('done', 'refused')`;
const DECIDED = `result IN ('done', 'refused')`;
const ON_TIME = `${DECIDED} AND settled_at < late_from`;

/** What a dossier with one due date of days, no supplement and no extension adds at its receipt. */
const OF_RECEIPT: Partial<Record<DossierColumn, string>> = {
  received: 'true',
  online: `channel = 'online_full'`,
  receivedJudged: JUDGED,
  receivedOnOwn: ON_TIME,
  receivedOnInstant: ON_TIME,
  receivedOnDay: ON_TIME,
};
/** And at its settlement. */
const OF_SETTLEMENT: Partial<Record<DossierColumn, string>> = {
  settled: DECIDED,
  judged: DECIDED,
  onOwn: ON_TIME,
  onInstant: ON_TIME,
  onDay: ON_TIME,
  onIndex766: ON_TIME,
  onAfterOwn: ON_TIME,
  onAfterInstant: ON_TIME,
  onAfterDay: ON_TIME,
  withdrawn: `result = 'withdrawn'`,
  stopped: `result = 'stopped'`,
  withdrawnLate: `result = 'withdrawn' AND settled_at >= late_from`,
  collected: `${DECIDED} AND delivered_at IS NOT NULL`,
};

const part = (day: string, counts: Partial<Record<DossierColumn, string>>): string =>
  `SELECT unit, ${day} AS day, procedure, handler, ${DOSSIER_COLUMNS.map((column) => {
    const condition = counts[column];
    return `${condition ? `count(*) FILTER (WHERE ${condition})` : '0::bigint'} AS ${snakeCase(column)}`;
  }).join(', ')} FROM dossier WHERE ${day} IS NOT NULL GROUP BY 1, 2, 3, 4`;

const sums = DOSSIER_COLUMNS.map((column) => `nullif(sum(${snakeCase(column)}), 0)`).join(', ');

/** Statements that fill the sums of dossiers, which then hold nothing else, from their rows: day by day, as life writes them. */
export const sumsOfDossiers: readonly string[] = [
  'TRUNCATE rollup_dossier_day, rollup_dossier_month, rollup_dossier_unit_month, dossier_tally',
  `INSERT INTO rollup_dossier_day SELECT unit, day, procedure, handler, ${sums}
   FROM (${part('received_day', OF_RECEIPT)} UNION ALL ${part('settled_day', OF_SETTLEMENT)}) AS parts GROUP BY 1, 2, 3, 4 ORDER BY 2, 1`,
  `INSERT INTO rollup_dossier_month SELECT unit, date_trunc('month', day)::date, procedure, handler, ${sums}
   FROM rollup_dossier_day GROUP BY 1, 2, 3, 4 ORDER BY 2, 1`,
  `INSERT INTO rollup_dossier_unit_month SELECT unit, day, ${sums} FROM rollup_dossier_month GROUP BY 1, 2 ORDER BY 2, 1`,
  `INSERT INTO dossier_tally (unit, kind, about, n)
   SELECT unit, 'received', procedure, count(*) FROM dossier GROUP BY 1, 2, 3
   UNION ALL SELECT unit, 'settled', '', count(*) FROM dossier WHERE ${DECIDED} GROUP BY 1
   UNION ALL SELECT unit, 'collected', '', count(*) FROM dossier WHERE ${DECIDED} AND delivered_at IS NOT NULL GROUP BY 1
   UNION ALL SELECT unit, 'fault', fault, count(*) FROM dossier, unnest(faults) AS fault GROUP BY 1, 3`,
];
