import { readEnvelope } from '../../lib/domain/events/envelope.ts';
import { localDay } from '../../lib/domain/zoned-time.ts';
import { OPERATOR } from '../../server/log/actor.ts';
import { openWholeServer, type WholeServer } from '../support/whole-server.ts';
import { membersDefined } from './people.ts';
import { makeSubjects, type Subject } from './subjects.ts';
import { dayOfUnits, namedTree, targetsDefined } from './targets.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

/** The running server of the matrix, with everybody and everything that its requests are about. */
export async function openMatrixCity(): Promise<{ server: WholeServer; subjects: Subject[] }> {
  const today = localDay(ZONE, Date.now());
  const server = await openWholeServer([...namedTree, ...membersDefined(today), ...targetsDefined(today)]);
  const events = dayOfUnits(ZONE, today).map((told) => {
    const read = readEnvelope(told);
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    return read.event;
  });
  const outcomes = await server.core.door.submit(events, { kind: 'operator' });
  const refused = outcomes.find(({ status }) => status !== 'stored');
  if (refused) throw new Error(JSON.stringify(refused));
  const revoked = namedTree.flatMap(({ type, data }) =>
    type === 'area.defined' ? [{ type: 'key.revoked' as const, data: { key: `revoked-${data.code}` } }] : [],
  );
  await server.core.door.define(revoked, OPERATOR);
  return { server, subjects: await makeSubjects(server, today) };
}

/** What every table holds but for when somebody was last seen, as one text. */
export async function everything({ database }: Pick<WholeServer, 'database'>): Promise<string> {
  const { rows } = await database.pool.query<{ name: string }>(
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  const held = rows.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*)::text || ' ' || coalesce(md5(string_agg(row, ',' ORDER BY row)), '') AS held
       FROM (SELECT (to_jsonb(t) - 'updated_at' - 'last_used_at')::text AS row FROM ${name} t) AS r`,
  );
  const { rows: tables } = await database.pool.query(held.join(' UNION ALL '));
  // In the order of their names: the database gives them as they come.
  return tables
    .map((table) => `${table.name} ${table.held}`)
    .sort()
    .join('\n');
}
