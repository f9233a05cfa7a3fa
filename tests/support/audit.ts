import type { Finding } from '../../server/log/verify.ts';
import { verify } from '../../server/log/verify.ts';
import { ask } from './embedded-folder.ts';
import { keyOf } from './senders.ts';

/** Compares what senders were told with what the log holds, and the log with everything made from it. */
export async function audit(connectionString: string, acknowledged: ReadonlyMap<string, number>) {
  const rows = await ask(
    connectionString,
    "SELECT seq::float8 AS seq, source, id FROM event WHERE source LIKE '/queue/%'",
  );
  const logged = new Map<string, number[]>();
  for (const { seq, source, id } of rows) {
    const key = keyOf({ source: String(source), id: String(id) });
    logged.set(key, [...(logged.get(key) ?? []), Number(seq)]);
  }
  const findings: Finding[] = [];
  await verify(connectionString, { found: (finding) => findings.push(finding), onEvents: () => undefined });
  return {
    events: rows.length,
    missing: [...acknowledged].filter(([key, seq]) => !logged.get(key)?.includes(seq)),
    doubled: [...logged].filter(([, seqs]) => seqs.length > 1),
    findings,
  };
}
