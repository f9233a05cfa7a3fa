import type { SourceEvent, SourceType } from '../events/registry.ts';
import type { FieldReader } from './field-map.ts';
import { good, missing, type Read, type Row } from './line-fault.ts';
import { filledIn, type ImportUnit, recordedSteps } from './recorded-steps.ts';
import { isDate, readRecordedTime } from './recorded-time.ts';

export const DOSSIER_FIELDS = [
  'dossier',
  'procedure',
  'channel',
  'submitted_at',
  'received_at',
  'due_at',
  'settled_at',
  'delivered_at',
  'result',
  'handler',
  'officer',
] as const;
export type DossierField = (typeof DOSSIER_FIELDS)[number];

const STEPS = [
  ['submitted_at', 'dossier.submitted'],
  ['received_at', 'dossier.received'],
  ['settled_at', 'dossier.settled'],
  ['delivered_at', 'dossier.delivered'],
] as const satisfies readonly (readonly [DossierField, SourceType])[];

/** The events of one line; a line with one bad value gives none of them. A due date may be a mere date (F4). */
export const dossierEventsOf = (
  row: Row,
  read: FieldReader<DossierField>,
  unit: ImportUnit,
): Read<SourceEvent[]> => recordedSteps({ kind: 'dossier', steps: STEPS, dataOf }, row, read, unit);

function dataOf(
  type: (typeof STEPS)[number][1],
  dossier: string,
  unit: ImportUnit,
  field: (name: DossierField) => string,
): Read<Record<string, unknown>> {
  switch (type) {
    case 'dossier.submitted':
      if (field('procedure') === '') return missing('procedure');
      return good({ dossier, ...filledIn(field, 'procedure', 'channel') });
    case 'dossier.received': {
      if (field('procedure') === '') return missing('procedure');
      const due = dueAt(field('due_at'), unit.timezone);
      if (!due.ok) return due;
      return good({
        dossier,
        ...filledIn(field, 'procedure', 'channel', 'handler', 'officer'),
        ...due.value,
      });
    }
    case 'dossier.settled':
      return good({ dossier, result: field('result') || 'done' });
    case 'dossier.delivered':
      return good({ dossier });
  }
}

function dueAt(text: string, zone: string): Read<{ dueAt?: string }> {
  if (text === '') return good({});
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && isDate(text)) return good({ dueAt: text });
  const at = readRecordedTime(text, zone, 'due_at');
  return at.ok ? good({ dueAt: new Date(at.value).toISOString() }) : at;
}
