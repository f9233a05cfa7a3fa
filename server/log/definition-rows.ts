import { writeAccessRow } from './access-rows.ts';
import { writeExclusionRow } from './exclusion-rows.ts';
import { writeMeetingRow } from './meeting-rows.ts';
import { writeModelRow } from './model-rows.ts';
import { writePublicFigureRow, writePublishedRow } from './published-rows.ts';
import type { Run } from './run.ts';
import type { Definition } from './submission.ts';

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
        d.hotline ?? null,
        d.address ?? null,
      ];
      const columns =
        'code, seq, parent, kind, name, name_en, label, timezone, queue, demo, valid_from, valid_to, succeeds, hotline, address';
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
    case 'procedure.defined': {
      const d = definition.data;
      await run(
        `INSERT INTO procedure (area, procedure, effective_from, name, name_en, sector, "limit", papers, fee, source, seq)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (area, procedure, effective_from) DO UPDATE SET name = $4, name_en = $5, sector = $6, "limit" = $7,
           papers = $8, fee = $9, source = $10, seq = $11`,
        [
          d.area,
          d.procedure,
          d.effectiveFrom,
          d.name,
          d.nameEn ?? null,
          d.sector,
          JSON.stringify(d.limit),
          d.papers ? JSON.stringify(d.papers) : null,
          d.fee ?? null,
          d.source,
          seq,
        ],
      );
      break;
    }
    case 'reporting_periods.set': {
      const d = definition.data;
      await run(
        `INSERT INTO reporting_periods (area, effective_from, cut_day, source, seq) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (area, effective_from) DO UPDATE SET cut_day = $3, source = $4, seq = $5`,
        [d.area, d.effectiveFrom, d.cutDay, d.source, seq],
      );
      break;
    }
    case 'alert_rule.set': {
      const d = definition.data;
      await run(
        `INSERT INTO alert_rule (area, kind, effective_from, "on", raise_at, clear_at, hold_minutes, escalate_minutes, quiet, source, seq)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (area, kind, effective_from) DO UPDATE SET "on" = $4, raise_at = $5, clear_at = $6, hold_minutes = $7,
           escalate_minutes = $8, quiet = $9, source = $10, seq = $11`,
        [
          d.area,
          d.kind,
          d.effectiveFrom,
          d.on,
          d.raiseAt ?? null,
          d.clearAt ?? null,
          d.holdMinutes ?? null,
          d.escalateMinutes ?? null,
          d.quiet ? JSON.stringify(d.quiet) : null,
          d.source,
          seq,
        ],
      );
      break;
    }
    case 'conduct.set': {
      const d = definition.data;
      await run(
        `INSERT INTO conduct_set (area, effective_from, name, name_en, points, source, seq) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (area, effective_from) DO UPDATE SET name = $3, name_en = $4, points = $5, source = $6, seq = $7`,
        [d.area, d.effectiveFrom, d.name, d.nameEn, JSON.stringify(d.points), d.source, seq],
      );
      break;
    }
    case 'priority.set': {
      const d = definition.data;
      await run(
        `INSERT INTO priority_rule (area, effective_from, groups, every, source, seq) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (area, effective_from) DO UPDATE SET groups = $3, every = $4, source = $5, seq = $6`,
        [d.area, d.effectiveFrom, JSON.stringify(d.groups), d.every, d.source, seq],
      );
      break;
    }
    // Who opened it is said by the log alone.
    case 'comment.opened':
      break;
    case 'exclusion.asked':
    case 'exclusion.approved':
    case 'exclusion.refused':
      await writeExclusionRow(run, definition, seq, now);
      break;
    case 'survey.entered': {
      const d = definition.data;
      await run(
        `INSERT INTO survey (area, name, from_day, to_day, n, measure, value, method, source, entries, seq)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10)
         ON CONFLICT (area, name, from_day, to_day) DO UPDATE SET n = $5, measure = $6, value = $7, method = $8, source = $9,
           entries = survey.entries + 1, seq = $10`,
        [d.area, d.name, d.fromDay, d.toDay, d.n, d.measure, d.value, d.method, d.source, seq],
      );
      break;
    }
    case 'checklist.set': {
      const d = definition.data;
      await run(
        `INSERT INTO checklist (area, checklist, effective_from, name, name_en, items, source, seq) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (area, checklist, effective_from) DO UPDATE SET name = $4, name_en = $5, items = $6, source = $7, seq = $8`,
        [
          d.area,
          d.checklist,
          d.effectiveFrom,
          d.name,
          d.nameEn ?? null,
          JSON.stringify(d.items),
          d.source,
          seq,
        ],
      );
      break;
    }
    case 'report.frozen': {
      const d = definition.data;
      await run(
        `INSERT INTO frozen_report (seq, area, kind, months, from_day, to_day, known_seq, frozen_at, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8 / 1000.0), $9)`,
        [seq, d.area, d.kind, d.months, d.fromDay, d.toDay, d.knownSeq, now, d.hash],
      );
      break;
    }
    case 'model.started':
    case 'model.adopted':
    case 'model.ended':
      await writeModelRow(run, definition, seq);
      break;
    case 'reception.set':
    case 'reception.ended':
    case 'dialogue.planned':
    case 'dialogue.called_off':
    case 'dialogue.question_raised':
    case 'dialogue.question_answered':
      await writeMeetingRow(run, definition, seq, now);
      break;
    case 'published.entered':
      await writePublishedRow(run, definition.data, seq);
      break;
    case 'published.figure_set':
      await writePublicFigureRow(run, definition.data, seq);
      break;
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
      // Somebody whose name is erased goes on as a code.
      await run(
        `UPDATE person SET name = '', login = id, email = id || '@khong-co.invalid' WHERE named_seq = $1`,
        [definition.data.seq],
      );
      break;
    default:
      await writeAccessRow(run, definition, seq, now);
  }
}
