import { randomUUID } from 'node:crypto';
import { applyAccess, isAccessEvent } from '../../lib/domain/access/rights.ts';
import type { Refusal } from '../../lib/domain/events/envelope.ts';
import { SCHEMA_VERSION } from '../../lib/domain/events/registry.ts';
import {
  defineArea,
  defineProcedure,
  defineService,
  enterSurvey,
  setAlertRule,
  setChecklist,
  setConduct,
  setPriority,
  setPublicFigure,
  setReportingPeriods,
  setSessions,
  setTarget,
} from '../../lib/domain/tree.ts';
import { type Actor, sourceOf } from './actor.ts';
import { canonical, chainHash, contentHash, sealPersonal, splitPersonal } from './content.ts';
import { writeRow } from './definition-rows.ts';
import { definitionRefusal, isRepetition } from './definition-rules.ts';
import { addKey, type Memory, unitIn } from './memory.ts';
import type { Definition, Outcome } from './submission.ts';
import type { Writer } from './writer.ts';

/** The area that a definition is about; empty: the installation. */
function areaOf({ keys, rights }: Memory, { type, data }: Definition): string {
  if (type === 'area.defined') return data.code;
  if (type === 'key.revoked') return keys.get(data.key)?.area ?? '';
  if ('area' in data) return data.area ?? '';
  if ('grant' in data) return rights.grants.get(data.grant)?.area ?? '';
  if (type === 'person.officer_unlinked') return rights.officers.get(data.link)?.area ?? '';
  if (type === 'person.loan_ended') return areaOfLoan(rights, data.loan);
  if (type === 'wall.revoked' || type === 'wall.set') return rights.walls.get(data.wall)?.area ?? '';
  if (type === 'device.revoked') return rights.devices.get(data.device)?.area ?? '';
  return 'person' in data ? (rights.people.get(data.person)?.area ?? '') : '';
}

const areaOfLoan = ({ grants, loans }: Memory['rights'], loan: string): string =>
  grants.get(loans.get(loan)?.grant ?? '')?.area ?? '';

/**
 * Writes definitions into the log and their tables, one transaction for all that are new. One equal to what holds is a
 * duplicate; one that breaks a rule of the tree is rejected and the others are stored.
 */
export async function commitDefinitions(
  writer: Writer,
  memory: Memory,
  definitions: readonly Definition[],
  by: Actor,
  now: number,
): Promise<Outcome[]> {
  const source = sourceOf(by);
  const from = by.kind === 'person' ? { from: by.from } : {};
  const outcomes: Outcome[] = [];
  await writer.transaction(async (run) => {
    let { seq, hash } = memory.head;
    for (const definition of definitions) {
      if (isRepetition(memory, definition)) {
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
      const { data, personal } = splitPersonal(definition.type, definition.data);
      // Where somebody sat is personal too.
      const apart = { ...personal, ...from };
      const sealed = Object.keys(apart).length > 0 ? sealPersonal(apart) : null;
      const content = contentHash(definition.type, unit, now, canonical(data));
      const personalHash = sealed?.hash ?? null;
      hash = chainHash(hash, { seq, source, id, receivedAt: now, contentHash: content, personalHash });
      await run(
        `WITH k AS (INSERT INTO event_key (source, id, seq, content_hash) VALUES ($2, $3, $1, $9))
         INSERT INTO event (seq, source, id, type, unit, at, received_at, version, data, content_hash, chain_hash, personal_hash)
         VALUES ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0), to_timestamp($6 / 1000.0), $7, $8, $9, $10, $11)`,
        [
          seq,
          source,
          id,
          definition.type,
          unit,
          now,
          SCHEMA_VERSION,
          JSON.stringify(data),
          content,
          hash,
          personalHash,
        ],
      );
      if (sealed)
        await run('INSERT INTO personal (seq, salt, value) VALUES ($1, $2, $3)', [
          seq,
          sealed.salt,
          JSON.stringify(sealed.value),
        ]);
      await writeRow(run, definition, seq, now);
      // The tree may be ahead of the log until COMMIT; a failure restores it from the tables.
      applyDefinition(memory, definition, now);
      outcomes.push({ status: 'stored', seq });
    }
    memory.head = { seq, hash };
  });
  return outcomes;
}

const READ = [
  'exclusion.asked',
  'exclusion.approved',
  'exclusion.refused',
  'report.frozen',
  'model.started',
  'model.adopted',
  'model.ended',
  'reception.set',
  'reception.ended',
  'dialogue.planned',
  'dialogue.called_off',
  'dialogue.question_raised',
  'dialogue.question_answered',
  'published.entered',
  'personal.erased',
  'comment.opened',
] as const satisfies readonly Definition['type'][];

/** Read from the tables or the log when it is asked for: nothing live depends on it. */
const isRead = (definition: Definition): definition is Extract<Definition, { type: (typeof READ)[number] }> =>
  READ.some((type) => type === definition.type);

/** Whether boards can look otherwise after it, since it is of the tree or of its settings. */
export const changesTree = (definition: Definition): boolean =>
  !isAccessEvent(definition) && !isRead(definition);

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
    case 'procedure.defined':
      defineProcedure(memory.tree, definition.data);
      break;
    case 'reporting_periods.set':
      setReportingPeriods(memory.tree, definition.data);
      break;
    case 'alert_rule.set':
      setAlertRule(memory.tree, definition.data);
      break;
    case 'conduct.set':
      setConduct(memory.tree, definition.data);
      break;
    case 'priority.set':
      setPriority(memory.tree, definition.data);
      break;
    case 'survey.entered':
      enterSurvey(memory.tree, definition.data);
      break;
    case 'checklist.set':
      setChecklist(memory.tree, definition.data);
      break;
    case 'published.figure_set':
      setPublicFigure(memory.tree, definition.data);
      break;
    case 'key.created':
      addKey(memory, { ...definition.data, createdAt: at, revokedAt: null });
      break;
    case 'key.revoked': {
      const key = memory.keys.get(definition.data.key);
      if (key) addKey(memory, { ...key, revokedAt: at });
      break;
    }
    default:
      if (!isRead(definition)) applyAccess(memory.rights, definition);
  }
}
