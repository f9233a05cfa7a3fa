import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectionConfig } from '../../server/db/connection-config.ts';
import { Prisma, PrismaClient } from '../../server/db/generated/client.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';
import { type Column, type Key, readPrismaSchema } from '../support/prisma-schema.ts';

let database: TestDatabase;
const described = readPrismaSchema();

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(() => database.drop());

const sorted = (lines: string[]) => lines.toSorted();

const columnLine = ({ table, column, type, nullable }: Column) =>
  `${table}.${column} ${type}${nullable ? '' : ' not null'}`;

const keyLine = ({ table, kind, columns }: Key) => `${kind} ${table} (${columns})`;

const ofOurTables = `c.relnamespace = 'public'::regnamespace and c.relname <> '_prisma_migrations'`;

describe('schema.prisma and the migrations', () => {
  test('agree on every table, column, type and nullability', async () => {
    const { rows } = await database.pool.query<Column>(
      `select c.relname as table, attname as column, format_type(atttypid, atttypmod) as type,
         not attnotnull as nullable
       from pg_attribute join pg_class c on c.oid = attrelid
       where ${ofOurTables} and c.relkind in ('r', 'p') and attnum > 0 and not attisdropped`,
    );
    expect(described.columns.length).toBeGreaterThan(100);
    expect(sorted(rows.map(columnLine))).toEqual(sorted(described.columns.map(columnLine)));
  });

  test('agree on every primary key, unique key and index', async () => {
    const { rows } = await database.pool.query<Key>(
      `select c.relname as table,
         case when indisprimary then 'primary' when indisunique then 'unique' else 'index' end as kind,
         (select string_agg(attname, ', ' order by place)
          from unnest(indkey) with ordinality as part (attnum, place)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = part.attnum) as columns
       from pg_index join pg_class c on c.oid = indrelid
       where ${ofOurTables} and c.relkind in ('r', 'p') and 0 <> all(indkey)`,
    );
    // Indexes of expressions (column number 0) are beyond what Prisma can describe.
    expect(sorted(rows.map(keyLine))).toEqual(sorted(described.keys.map(keyLine)));
  });

  test('agree with the generated client: every model can be read in full', async () => {
    const prisma = new PrismaClient({ adapter: new PrismaPg(connectionConfig(database.connectionString)) });
    const tables = new Set(described.columns.map(({ table }) => table));
    const models = Object.values(Prisma.ModelName);
    expect(models).toHaveLength(tables.size);
    for (const model of models) {
      const name = `${model.charAt(0).toLowerCase()}${model.slice(1)}`;
      const reader: unknown = Reflect.get(prisma, name);
      expect(await readAll(reader), model).toEqual([]);
    }
    await prisma.$disconnect();
  });
});

/** The rows of a model's delegate, whichever model it is. */
async function readAll(delegate: unknown): Promise<unknown> {
  if (typeof delegate !== 'object' || delegate === null) throw new Error('no such model in the client');
  const findMany: unknown = Reflect.get(delegate, 'findMany');
  if (typeof findMany !== 'function') throw new Error('the model cannot be read');
  return findMany.call(delegate);
}
