import { randomUUID } from 'node:crypto';
import type { Refusal } from '../../lib/domain/events/envelope.ts';
import { SCHEMA_VERSION } from '../../lib/domain/events/registry.ts';
import { defineArea, defineService, setSessions, setTarget } from '../../lib/domain/tree.ts';
import { canonical, chainHash, contentHash } from './content.ts';
import { definitionRefusal, heldDefinition } from './definition-rules.ts';
import { addKey, type Memory, unitIn } from './memory.ts';
import type { Definition, Outcome } from './submission.ts';
import type { Writer } from './writer.ts';

const SOURCE = '/server';

type Run = (text: string, values: readonly unknown[]) => Promise<unknown>;

const areaOf = (memory: Memory, { type, data }: Definition): string => {
  if (type === 'area.defined') return data.code;
  if (type === 'key.revoked') return memory.keys.get(data.key)?.area ?? '';
  return type === 'personal.erased' ? '' : data.area;
};

/**
 * Writes definitions into the log and their tables, one transaction for all that are new. One equal to what holds is a
 * duplicate; one that breaks a rule of the tree is rejected and the others are stored.
 */
export async function commitDefinitions(
  writer: Writer,
  memory: Memory,
  definitions: readonly Definition[],
  now: number,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  await writer.transaction(async (run) => {
    let { seq, hash } = memory.head;
    for (const definition of definitions) {
      const held = heldDefinition(memory, definition);
      if (held !== undefined && canonical(held) === canonical(definition.data)) {
        outcomes.push({ status: 'duplicate', seq });
        continue;
      }
      const error: Refusal | null = definitionRefusal(memory, definition, now);
      if (error) {
        outcomes.push({ status: 'rejected', error });
        continue;
      }
      const unit = areaOf(memory, definition);
      const id = randomUUID();
      seq += 1;
      const content = contentHash(definition.type, unit, now, definition.data);
      hash = chainHash(hash, {
        seq,
        source: SOURCE,
        id,
        receivedAt: now,
        contentHash: content,
        personalHash: null,
      });
      await run(
        `WITH k AS (INSERT INTO event_key (source, id, seq, content_hash) VALUES ($2, $3, $1, $9))
         INSERT INTO event (seq, source, id, type, unit, at, received_at, version, data, content_hash, chain_hash)
         VALUES ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0), to_timestamp($6 / 1000.0), $7, $8, $9, $10)`,
        [
          seq,
          SOURCE,
          id,
          definition.type,
          unit,
          now,
          SCHEMA_VERSION,
          JSON.stringify(definition.data),
          content,
          hash,
        ],
      );
      await writeRow(run, definition, seq, now);
      // The tree may be ahead of the log until COMMIT; a failure restores it from the tables.
      applyDefinition(memory, definition, now);
      outcomes.push({ status: 'stored', seq });
    }
    memory.head = { seq, hash };
  });
  return outcomes;
}

/** Folds a definition into the tree and the keys. */
export function applyDefinition(memory: Memory, definition: Definition, at: number): void {
  switch (definition.type) {
    case 'area.defined':
      defineArea(memory.tree, definition.data);
      unitIn(memory, definition.data.code);
      break;
    case 'service.defined':
      defineService(memory.tree, definition.data);
      break;
    case 'target.set':
      setTarget(memory.tree, definition.data);
      break;
    case 'sessions.set':
      setSessions(memory.tree, definition.data);
      break;
    case 'key.created':
      addKey(memory, { ...definition.data, createdAt: at, revokedAt: null });
      break;
    case 'key.revoked': {
      const key = memory.keys.get(definition.data.key);
      if (key) addKey(memory, { ...key, revokedAt: at });
      break;
    }
    case 'personal.erased':
      break;
  }
}

/** Writes a definition of instant `now` into the tables of the tree and the keys. */
export async function writeRow(run: Run, definition: Definition, seq: number, now: number): Promise<void> {
  switch (definition.type) {
    case 'area.defined': {
      const d = definition.data;
      const values = [
        d.code,
        seq,
        d.parent,
        d.kind,
        d.name,
        d.nameEn ?? null,
        d.label ?? null,
        d.timezone,
        d.queue,
        d.demo,
        d.validFrom ?? null,
        d.validTo ?? null,
        d.succeeds,
      ];
      const columns =
        'code, seq, parent, kind, name, name_en, label, timezone, queue, demo, valid_from, valid_to, succeeds';
      const places = values.map((_, index) => `$${index + 1}`).join(', ');
      await run(`INSERT INTO area_version (${columns}) VALUES (${places})`, values);
      await run(
        `INSERT INTO area (${columns}) VALUES (${places}) ON CONFLICT (code) DO UPDATE SET ${columns
          .split(', ')
          .slice(1)
          .map((c) => `${c} = excluded.${c}`)
          .join(', ')}`,
        values,
      );
      break;
    }
    case 'service.defined': {
      const d = definition.data;
      await run(
        `INSERT INTO service (area, service, effective_from, name, name_en, max_service_minutes, seq) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (area, service, effective_from) DO UPDATE SET name = $4, name_en = $5, max_service_minutes = $6, seq = $7`,
        [d.area, d.service, d.effectiveFrom, d.name, d.nameEn ?? null, d.maxServiceMinutes ?? null, seq],
      );
      break;
    }
    case 'target.set': {
      const d = definition.data;
      await run(
        `INSERT INTO target (area, metric, service, effective_from, value, seconds, source, seq) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (area, metric, service, effective_from) DO UPDATE SET value = $5, seconds = $6, source = $7, seq = $8`,
        [d.area, d.metric, d.service ?? '', d.effectiveFrom, d.value, d.seconds ?? null, d.source, seq],
      );
      break;
    }
    case 'sessions.set': {
      const d = definition.data;
      await run(
        `INSERT INTO opening_session (area, scope, from_day, spans, source, seq) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (area, scope, from_day) DO UPDATE SET spans = $4, source = $5, seq = $6`,
        [d.area, d.scope, d.fromDay, JSON.stringify(d.spans), d.source ?? null, seq],
      );
      break;
    }
    case 'key.created': {
      const d = definition.data;
      await run(
        'INSERT INTO api_key (key, hash, name, area, sources, rights, types, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8 / 1000.0))',
        [d.key, d.hash, d.name, d.area, d.sources, d.rights, d.types, now],
      );
      break;
    }
    case 'key.revoked':
      await run('UPDATE api_key SET revoked_at = to_timestamp($2 / 1000.0) WHERE key = $1', [
        definition.data.key,
        now,
      ]);
      break;
    case 'personal.erased':
      await run(
        'UPDATE personal SET salt = NULL, value = NULL, erased_at = to_timestamp($2 / 1000.0) WHERE seq = $1',
        [definition.data.seq, now],
      );
      break;
  }
}
