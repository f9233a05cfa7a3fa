import { readEnvelope } from '../events/envelope.ts';
import type { SourceEvent, SourceType } from '../events/registry.ts';
import type { FieldReader } from './field-map.ts';
import { bad, good, missing, type Read, type Row, refused } from './line-fault.ts';
import { isDate, readRecordedTime } from './recorded-time.ts';
import { type ImportUnit, importSource } from './tickets.ts';

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
export function dossierEventsOf(
  row: Row,
  read: FieldReader<DossierField>,
  unit: ImportUnit,
): Read<SourceEvent[]> {
  const dossier = read(row, 'dossier');
  if (dossier === '') return missing('dossier');
  const events: SourceEvent[] = [];
  for (const [field, type] of STEPS) {
    const text = read(row, field);
    if (text === '') continue;
    const at = readRecordedTime(text, unit.timezone, field);
    if (!at.ok) return at;
    const data = stepData(type, dossier, unit, (name) => read(row, name));
    if (!data.ok) return data;
    const event = readEnvelope({
      specversion: '1.0',
      id: `dossier:${dossier}:${field}`,
      source: importSource(unit.code),
      type,
      subject: unit.code,
      time: new Date(at.value).toISOString(),
      data: data.value,
    });
    if (!event.ok) return refused(event.refusal);
    events.push(event.event);
  }
  if (events.length > 0) return good(events);
  return bad('no_time', null, 'dòng không có thời điểm nào', 'the line holds no time');
}

function stepData(
  type: (typeof STEPS)[number][1],
  dossier: string,
  unit: ImportUnit,
  field: (name: DossierField) => string,
): Read<Record<string, unknown>> {
  const optional = (...names: DossierField[]): Record<string, string> =>
    Object.fromEntries(names.flatMap((name) => (field(name) === '' ? [] : [[name, field(name)]])));
  switch (type) {
    case 'dossier.submitted':
      if (field('procedure') === '') return missing('procedure');
      return good({ dossier, ...optional('procedure', 'channel') });
    case 'dossier.received': {
      if (field('procedure') === '') return missing('procedure');
      const due = dueAt(field('due_at'), unit.timezone);
      if (!due.ok) return due;
      return good({ dossier, ...optional('procedure', 'channel', 'handler', 'officer'), ...due.value });
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
