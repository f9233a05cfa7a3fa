import { readEnvelope } from '../events/envelope.ts';
import type { SourceEvent, SourceType } from '../events/registry.ts';
import type { FieldReader } from './field-map.ts';
import { bad, good, missing, type Read, type Row, refused } from './line-fault.ts';
import { readRecordedTime } from './recorded-time.ts';

export type ImportUnit = { code: string; timezone: string };

/** Where imported events come from: one source a unit, so that a second run meets its own ids. */
export const importSource = (unit: string): string => `/import/${unit}`;

/**
 * How a line tells the life of one thing: each column of `steps` holds the instant of one event. `kind` begins their
 * ids and names the column of the thing's own code.
 */
export type RecordedSteps<F extends string, T extends SourceType> = {
  kind: F;
  steps: readonly (readonly [field: F, type: T])[];
  /** What an event holds beside its time; `field` reads a column of the line. */
  dataOf(type: T, id: string, unit: ImportUnit, field: (name: F) => string): Read<Record<string, unknown>>;
};

/** The events of one line; a line with one bad value gives none of them. */
export function recordedSteps<F extends string, T extends SourceType>(
  { kind, steps, dataOf }: RecordedSteps<F, T>,
  row: Row,
  read: FieldReader<F>,
  unit: ImportUnit,
): Read<SourceEvent[]> {
  const id = read(row, kind);
  if (id === '') return missing(kind);
  const events: SourceEvent[] = [];
  for (const [field, type] of steps) {
    const text = read(row, field);
    if (text === '') continue;
    const at = readRecordedTime(text, unit.timezone, field);
    if (!at.ok) return at;
    const data = dataOf(type, id, unit, (name) => read(row, name));
    if (!data.ok) return data;
    const event = readEnvelope({
      specversion: '1.0',
      id: `${kind}:${id}:${field}`,
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

/** The columns of a line that are filled in, as fields of the same names. */
export const filledIn = <F extends string>(
  field: (name: F) => string,
  ...names: readonly F[]
): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (field(name) === '' ? [] : [[name, field(name)]])));
