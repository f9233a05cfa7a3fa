import type { SourceEvent } from '../../lib/domain/events/registry.ts';
import { isWithin, rootOf, type Tree, unitsBelow } from '../../lib/domain/tree.ts';
import { eventOfRow } from '../log/event-of-row.ts';
import { epochMs } from '../log/load-entries.ts';
import type { Query } from '../log/query.ts';
import { instant, type Moment } from './past.ts';
import { OF_THE_TREE } from './past-tree.ts';

/** An event that belongs to a replay from `from` on (epoch ms): when it was received, or happened. */
export type Coming = { event: SourceEvent; seq: number; from: number };

/** What no board shows, whoever told it. */
const UNSHOWN = '^(suggestion|apology|explanation)[.]';
const COLUMNS = `seq::float8 AS seq, source, id, type, unit, ${epochMs('at', 'at_ms')}, ${epochMs('received_at', 'received_ms')}, data`;
// Of an area whatever is told in it; of the rest of its city what is told of dossiers, which may be its own.
const SHOWN = `(unit = ANY($1) OR (unit = ANY($2) AND type LIKE 'dossier.%')) AND type !~ '${UNSHOWN}' AND NOT (${OF_THE_TREE})`;

/** What belongs to the later of two moments and not to the earlier one, in the order in which it came to belong. */
export async function comingEvents(
  query: Query,
  tree: Tree,
  code: string,
  from: Moment,
  to: Moment,
): Promise<Coming[]> {
  const areas = [...tree.areas.keys()].filter((area) => isWithin(tree, area, code));
  const values = [areas, unitsBelow(tree, rootOf(tree, code))];
  const [where, bounds] =
    from.known === 'then'
      ? ['seq > $3 AND seq <= $4', [from.seq, to.seq]]
      : [
          `unit = ANY($1::text[] || $2::text[]) AND at > ${instant('$3')} AND at <= ${instant('$4')}`,
          [from.at, to.at],
        ];
  const rows = await query(
    `SELECT ${COLUMNS} FROM event WHERE ${where} AND ${SHOWN} ORDER BY ${from.known === 'then' ? '' : 'at, '}seq`,
    [...values, ...bounds],
  );
  return rows.map((row) => ({
    event: eventOfRow<SourceEvent>(row),
    seq: Number(row.seq),
    from: Number(from.known === 'then' ? row.received_ms : row.at_ms),
  }));
}

/** When the tree changed first after one seq and up to another, epoch ms; null: it did not. */
export async function treeChangedAt(query: Query, after: number, upTo: number): Promise<number | null> {
  const text = `SELECT ${epochMs('received_at', 'received_ms')} FROM event WHERE ${OF_THE_TREE} AND seq > $1 AND seq <= $2 ORDER BY seq LIMIT 1`;
  const [row] = await query(text, [after, upTo]);
  return row ? Number(row.received_ms) : null;
}
