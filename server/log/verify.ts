import { requireOwnSchema } from '../db/schema-version.ts';
import { checkChain, type LogFault } from './check-chain.ts';
import { deriveTables } from './derive.ts';
import { DERIVED_TABLES, type Difference, differencesIn, schemaOf, shadowTables } from './derived-tables.ts';
import type { Query } from './query.ts';
import { inSnapshot } from './snapshot.ts';
import { differentWaitCases } from './verify-wait-cases.ts';

export type Finding = LogFault | Difference;

/** Called for every difference, and with the number of events gone through (each of them twice). */
export type VerifyWatch = { found(finding: Finding): void; onEvents(n: number): void };

export type Verified = { seq: number; chainHash: string; findings: number };

/**
 * Compares the log with itself (hashes, chain, personal fields) and every derived table with what the log says, inside
 * the transaction of `query`. The tables get shadows, which are gone when the transaction ends.
 */
async function verifyIn(query: Query, { found, onEvents }: VerifyWatch): Promise<Verified> {
  let findings = 0;
  const find = (finding: Finding): void => {
    findings += 1;
    found(finding);
  };
  await requireOwnSchema(query);
  const schema = await schemaOf(query);
  const head = await checkChain(query, schema, find, onEvents);
  await shadowTables(query, schema);
  const memory = await deriveTables(query, schema, onEvents);
  for (const table of DERIVED_TABLES)
    for await (const difference of differencesIn(query, schema, table)) find(difference);
  for await (const difference of differentWaitCases(query, schema, memory)) find(difference);
  return { seq: head.seq, chainHash: head.hash.toString('hex'), findings };
}

/**
 * Verifies one snapshot of a database, beside a living server: nothing is locked and nothing is changed. Errors:
 * no_installation, schema_differs.
 */
export async function verify(connectionString: string, watch: VerifyWatch): Promise<Verified> {
  return inSnapshot(connectionString, (query) => verifyIn(query, watch));
}
