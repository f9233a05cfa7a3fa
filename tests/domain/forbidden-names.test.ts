import { expect, it } from 'vitest';
import { readEnvelope } from '../../lib/domain/events/envelope.ts';

const itemOf = (data: string): unknown =>
  JSON.parse(
    `{"specversion":"1.0","id":"1","source":"/s","type":"ticket.left","subject":"u","time":"2026-11-23T08:00:00Z","data":${data}}`,
  );

it('__proto__ inside data is an unknown field, refused by name', () => {
  const read = readEnvelope(itemOf('{"ticket":"A1","__proto__":{"polluted":true}}'));
  expect(read).toMatchObject({ ok: false, refusal: { code: 'unknown_field', pointer: '/data/__proto__' } });
});

it('names of Object.prototype inside data are unknown fields like any other', () => {
  const read = readEnvelope(itemOf('{"ticket":"A1","constructor":1}'));
  expect(read).toMatchObject({ ok: false, refusal: { code: 'unknown_field', pointer: '/data/constructor' } });
});
