import { expect, test } from 'vitest';
import { DOSSIER_FIELDS, dossierEventsOf } from '../../lib/domain/imports/dossiers.ts';
import { fieldReader } from '../../lib/domain/imports/field-map.ts';

const UNIT = { code: 'w1', timezone: 'Asia/Ho_Chi_Minh' };

function eventsOf(row: Record<string, string>, defaults: Record<string, string> = {}) {
  const read = fieldReader(DOSSIER_FIELDS, Object.keys(row), new Map(), new Map(Object.entries(defaults)));
  if (!read.ok) throw new Error(read.fault.en);
  return dossierEventsOf(row, read.value, UNIT);
}

test('a line becomes one event for each of its times, with ids made of kind, key and field', () => {
  const events = eventsOf({
    dossier: 'H1',
    procedure: 'birth',
    channel: 'online_full',
    submitted_at: '2026-11-22 20:00',
    received_at: '2026-11-23 08:00',
    due_at: '2026-11-25',
    settled_at: '2026-11-24T09:00:00+07:00',
    delivered_at: '2026-11-24 10:00',
    handler: 'tax',
  });
  const key = (field: string, time: string) => ({
    source: '/import/w1',
    unit: 'w1',
    id: `dossier:H1:${field}`,
    at: Date.parse(`${time}:00+07:00`),
  });
  expect(events).toEqual({
    ok: true,
    value: [
      {
        ...key('submitted_at', '2026-11-22T20:00'),
        type: 'dossier.submitted',
        data: { dossier: 'H1', procedure: 'birth', channel: 'online_full' },
      },
      {
        ...key('received_at', '2026-11-23T08:00'),
        type: 'dossier.received',
        data: {
          dossier: 'H1',
          procedure: 'birth',
          channel: 'online_full',
          handler: 'tax',
          dueAt: '2026-11-25',
        },
      },
      {
        ...key('settled_at', '2026-11-24T09:00'),
        type: 'dossier.settled',
        data: { dossier: 'H1', result: 'done' },
      },
      { ...key('delivered_at', '2026-11-24T10:00'), type: 'dossier.delivered', data: { dossier: 'H1' } },
    ],
  });
});

test('a due date with a time is an instant in the zone of the unit; result and procedure have defaults', () => {
  const events = eventsOf(
    {
      dossier: 'H1',
      received_at: '2026-11-23 08:00',
      due_at: '2026-11-25 17:00',
      settled_at: '2026-11-24 08:00',
    },
    { procedure: 'p', result: 'refused' },
  );
  expect(events).toMatchObject({
    value: [
      { data: { procedure: 'p', dueAt: Date.parse('2026-11-25T17:00:00+07:00') } },
      { data: { result: 'refused' } },
    ],
  });
});

test('F19: what is missing or wrong is named, and nothing of the line is taken', () => {
  const line = { dossier: 'H1', procedure: 'p', received_at: '2026-11-23 08:00' };
  expect(eventsOf({ ...line, procedure: '' })).toMatchObject({
    fault: { code: 'missing_value', column: 'procedure' },
  });
  expect(eventsOf({ ...line, due_at: '2026-02-30' })).toMatchObject({
    fault: { code: 'bad_time', column: 'due_at' },
  });
  expect(eventsOf({ ...line, due_at: '1900-01-01' })).toMatchObject({ fault: { code: 'date_out_of_range' } });
  expect(eventsOf({ ...line, channel: 'Desk' })).toMatchObject({ fault: { code: 'bad_value' } });
  expect(eventsOf({ dossier: 'H1', procedure: 'p' })).toMatchObject({ fault: { code: 'no_time' } });
});
