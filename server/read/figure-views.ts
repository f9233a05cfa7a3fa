import { OF_THE_SERVER } from '../admin/audit-lines.ts';
import { personOfSource } from '../log/actor.ts';
import type { Queries } from './context.ts';

const MOST_SHOWN = 20;

/** A look at the figures of an officer code; `by` is the code of who looked. */
type FigureView = { at: Date; by: string; area: string; from: string; to: string };

/** O2: how others looked at the figures of a person's officer codes since these are the person's, newest first. */
export async function figureViews(pool: Queries, person: string): Promise<FigureView[]> {
  const { rows } = await pool.query<{ at: Date; source: string; area: string; from: string; to: string }>(
    `SELECT e.at, e.source, e.unit AS area, e.data ->> 'from' AS "from", e.data ->> 'to' AS "to"
     FROM event e JOIN officer_link l ON l.area = e.unit AND l.officer = e.data ->> 'officer' AND l.seq < e.seq
     WHERE ${OF_THE_SERVER} AND e.type = 'person.figures_viewed' AND l.person = $1
       AND e.source <> '/person/' || $1
     ORDER BY e.seq DESC LIMIT $2`,
    [person, MOST_SHOWN],
  );
  return rows.flatMap(({ source, ...view }) => {
    const by = personOfSource(source)?.person;
    return by === undefined ? [] : [{ ...view, by }];
  });
}
