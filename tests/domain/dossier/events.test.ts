import { expect, test } from 'vitest';
import { toCloudEvent } from '../../../lib/domain/events/cloud-event.ts';
import { readEnvelope } from '../../../lib/domain/events/envelope.ts';

const item = (type: string, data: object, time = '2026-11-23T09:00:00+07:00') => ({
  specversion: '1.0',
  id: '1',
  source: '/system',
  type,
  subject: 'w1',
  time,
  data,
});
const refusalOf = (...of: Parameters<typeof item>) => {
  const read = readEnvelope(item(...of));
  return read.ok ? null : [read.refusal.code, read.refusal.pointer];
};
const received = (more: object) => ({ dossier: 'H1', procedure: 'p', ...more });

test('F19: dates outside of 1990–2089 are refused by name and place', () => {
  for (const dueAt of ['1900-01-01', '2100-01-01', '1899-12-30T00:00:00Z', '2100-01-01T00:00:00+07:00'])
    expect(refusalOf('dossier.received', received({ dueAt }))).toEqual(['date_out_of_range', '/data/dueAt']);
  expect(refusalOf('dossier.received', received({ stageDueAt: '1900-01-01' }))).toEqual([
    'date_out_of_range',
    '/data/stageDueAt',
  ]);
  expect(refusalOf('dossier.received', received({}), '1900-01-01T00:00:00+07:00')).toEqual([
    'date_out_of_range',
    '/time',
  ]);
  expect(refusalOf('apology.drafted', { apology: 'a', newDueAt: '2100-01-01' })).toEqual([
    'date_out_of_range',
    '/data/newDueAt',
  ]);
});

test('F4: a due date is an instant or a mere date, and reads the same again', () => {
  for (const dueAt of ['2026-11-24', '2026-11-24T10:00:00.000Z']) {
    const read = readEnvelope(item('dossier.received', received({ dueAt })));
    if (!read.ok) throw new Error(read.refusal.detail);
    expect(toCloudEvent(read.event).data).toMatchObject({ dueAt });
    expect(readEnvelope(toCloudEvent(read.event))).toEqual(read);
  }
  expect(refusalOf('dossier.received', received({ dueAt: '2026-02-30' }))).toEqual([
    'bad_value',
    '/data/dueAt',
  ]);
  expect(refusalOf('dossier.received', received({ dueAt: '2026-11-24T10:00:00' }))).toEqual([
    'bad_value',
    '/data/dueAt',
  ]);
});

test('an apology is about one thing at most, an explanation about exactly one', () => {
  expect(refusalOf('apology.drafted', { apology: 'a', dossier: 'H1', rating: 'r1' })).toEqual([
    'bad_value',
    '/data/dossier',
  ]);
  expect(refusalOf('apology.signed', { apology: 'a' })).toBeNull();
  expect(refusalOf('explanation.added', { about: {}, text: 'x' })).toEqual(['bad_value', '/data/about']);
  expect(refusalOf('explanation.added', { about: { dossier: 'H1' }, text: 'x' })).toBeNull();
});
