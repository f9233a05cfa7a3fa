import type { FactKey } from '../../lib/domain/fact-order.ts';
import { epochMs } from '../log/load-entries.ts';
import type { Query } from '../log/query.ts';
import { instant, type Moment } from './past.ts';

/** What was known at a moment. */
export type Knowledge = {
  moment: Moment;
  isKnown(fact: FactKey): boolean;
  /** Dossiers of which something that had happened was not known. */
  lateDossiers: string[];
  /** Ratings of which something that had happened was not known: unit and name. */
  lateRatings: [unit: string, rating: string][];
  /** By unit, the earliest time (epoch ms) of what was not known. */
  lateSince: Map<string, number>;
};

// What the index of late events holds, and what came within a minute.
const LATE = `
  SELECT unit, source, id, ${epochMs('at', 'at_ms')}, data ->> 'dossier' AS dossier,
    CASE WHEN type = 'rating.given' THEN data ->> 'rating' END AS rating FROM event
  WHERE unit = ANY($1) AND seq > $2 AND received_at - at > interval '1 minute'
    AND tstzrange(at, greatest(at, received_at)) @> ${instant('$3')}
  UNION ALL
  SELECT unit, source, id, ${epochMs('at', 'at_ms')}, data ->> 'dossier',
    CASE WHEN type = 'rating.given' THEN data ->> 'rating' END FROM event
  WHERE unit = ANY($1) AND seq > $2 AND at >= ${instant('$3')} - interval '1 minute' AND at <= ${instant('$4')}`;

/**
 * Y1: tells of any fact of units whether it belongs to a moment. As known now, by its time alone; as known then, it had
 * been received: what was on its way is looked up, so that nobody goes through all that came since.
 */
export async function knowledgeAt(
  query: Query,
  units: readonly string[],
  moment: Moment,
): Promise<Knowledge> {
  const { known, at, seq, horizon } = moment;
  if (known === 'now')
    return {
      moment,
      isKnown: (fact) => fact.at <= at,
      lateDossiers: [],
      lateRatings: [],
      lateSince: new Map(),
    };
  const late = new Set<string>();
  const dossiers = new Set<string>();
  const lateRatings: [string, string][] = [];
  const lateSince = new Map<string, number>();
  for (const { unit, source, id, at_ms, dossier, rating } of await query(LATE, [units, seq, at, horizon])) {
    late.add(`${source}\n${id}`);
    lateSince.set(String(unit), Math.min(lateSince.get(String(unit)) ?? at, Number(at_ms)));
    if (typeof dossier === 'string') dossiers.add(dossier);
    if (typeof rating === 'string') lateRatings.push([String(unit), rating]);
  }
  return {
    moment,
    isKnown: (fact) => fact.at <= horizon && !late.has(`${fact.source}\n${fact.id}`),
    lateDossiers: [...dossiers],
    lateRatings,
    lateSince,
  };
}
