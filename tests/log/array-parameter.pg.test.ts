import { afterAll, beforeAll, expect, it } from 'vitest';
import { arrayParameter, type ColumnType, elementOf } from '../../server/log/array-parameter.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** What PostgreSQL has received, value by value, as its own text. */
async function received(type: ColumnType, values: readonly unknown[]): Promise<(string | null)[]> {
  const { rows: told } = await database.pool.query<{ text: string | null }>(
    `SELECT (x.value::${type})::text AS text FROM unnest($1::${elementOf(type)}[]) WITH ORDINALITY AS x(value, n) ORDER BY n`,
    [arrayParameter(['value', type, (value) => value], values)],
  );
  return told.map(({ text }) => text);
}

const hard = ['', 'NULL', '"', '\\', '{a,b}', 'Phường Tân An', '𝔘nicode 🏛', "it's\ttab\nline"];

it('texts arrive character by character, and null stays null', async () => {
  expect(await received('text', [...hard, null, undefined])).toEqual([...hard, null, null]);
});

it('no rows are an empty array', async () => {
  expect(await received('text', [])).toEqual([]);
});

it('a text longer than everything before arrives whole', async () => {
  const long = 'ố'.repeat(2_000_000);
  const [text] = await received('text', [long]);
  expect(text === long).toBe(true);
});

it('numbers of every width keep sign and extremes', async () => {
  expect(await received('int2', [-32_768, 0, 32_767])).toEqual(['-32768', '0', '32767']);
  expect(await received('int4', [-(2 ** 31), -1, 2 ** 31 - 1])).toEqual(['-2147483648', '-1', '2147483647']);
  expect(await received('int8', [-1, -(2 ** 32) - 1, 0, 2 ** 32, Number.MAX_SAFE_INTEGER])).toEqual([
    '-1',
    '-4294967297',
    '0',
    '4294967296',
    String(Number.MAX_SAFE_INTEGER),
  ]);
  expect(await received('float8', [0.1, -2.5])).toEqual(['0.1', '-2.5']);
  expect(await received('bool', [true, false, null])).toEqual(['true', 'false', null]);
});

it('instants and days arrive exactly on both sides of PostgreSQL’s epoch', async () => {
  const instants = ['1999-01-18T08:00:00.123Z', '1970-01-01T00:00:00.000Z', '2026-11-23T16:59:59.999Z'];
  const told = await received('timestamptz', instants.map(Date.parse));
  expect(told.map((text) => new Date(text ?? '').toISOString())).toEqual(instants);
  const days = ['1999-12-31', '2000-01-01', '2026-11-24'];
  expect(await received('date', days)).toEqual(days);
});

it('bytes, JSON and arrays inside a column arrive as they are', async () => {
  expect(await received('bytea', [Buffer.from([0, 255, 92]), Buffer.alloc(0)])).toEqual(['\\x00ff5c', '\\x']);
  const [json] = await received('jsonb', [JSON.stringify({ chữ: hard, n: [1, null] })]);
  expect(JSON.parse(json ?? '')).toEqual({ chữ: hard, n: [1, null] });
  expect(await received('int4[]', [[1, 2], []])).toEqual(['{1,2}', '{}']);
  const { rows: told } = await database.pool.query<{ texts: string[] }>(
    'SELECT x.value::text[] AS texts FROM unnest($1::text[]) AS x(value)',
    [arrayParameter(['value', 'text[]', (value) => value], [hard, []])],
  );
  expect(told.map(({ texts }) => texts)).toEqual([hard, []]);
});
