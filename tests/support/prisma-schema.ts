import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../server/project-folder.ts';

/** A column as PostgreSQL describes it. */
export interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
}

/** A primary key or an index: its columns in order. */
export interface Key {
  table: string;
  kind: 'primary' | 'unique' | 'index';
  columns: string;
}

const typeOf: Record<string, string> = {
  BigInt: 'bigint',
  Boolean: 'boolean',
  Bytes: 'bytea',
  DateTime: 'timestamp(3) without time zone',
  Float: 'double precision',
  Int: 'integer',
  Json: 'jsonb',
  String: 'text',
};
const nativeTypeOf: Record<string, string> = {
  Date: 'date',
  SmallInt: 'smallint',
  'Timestamptz(3)': 'timestamp(3) with time zone',
};

/** What prisma/schema.prisma says is stored. Throws on what it does not know how to read. */
export function readPrismaSchema(): { columns: Column[]; keys: Key[] } {
  const text = readFileSync(join(projectFolder(), 'prisma', 'schema.prisma'), 'utf8');
  const models = [...text.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)];
  const read = models.map(([, name = '', body = '']) => readModel(name, body));
  return { columns: read.flatMap(({ columns }) => columns), keys: read.flatMap(({ keys }) => keys) };
}

function readModel(name: string, body: string): { columns: Column[]; keys: Key[] } {
  const lines = body.split('\n').map((line) => line.replace(/\/\/.*/, '').trim());
  const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name;
  const columnOf = new Map<string, string>();
  const columns: Column[] = [];
  const keys: Key[] = [];
  for (const line of lines.filter((text) => text !== '' && !text.startsWith('@@'))) {
    const [, field = '', base = '', suffix = '', attributes = ''] =
      /^(\w+)\s+(\w+)(\?|\[\])?(.*)$/.exec(line) ?? [];
    const native = /@db\.(\w+(?:\(\d+\))?)/.exec(attributes)?.[1];
    const type = native === undefined ? typeOf[base] : nativeTypeOf[native];
    if (type === undefined) throw new Error(`schema.prisma, model ${name}: cannot read "${line}"`);
    const column = /@map\("(\w+)"\)/.exec(attributes)?.[1] ?? field;
    columnOf.set(field, column);
    columns.push({ table, column, type: suffix === '[]' ? `${type}[]` : type, nullable: suffix === '?' });
    if (/@id\b/.test(attributes)) keys.push({ table, kind: 'primary', columns: column });
    if (/@unique\b/.test(attributes)) keys.push({ table, kind: 'unique', columns: column });
  }
  for (const [, attribute = '', fields = ''] of body.matchAll(/@@(id|unique|index)\(\[([^\]]+)\]/g)) {
    const kind = attribute === 'id' ? 'primary' : attribute === 'unique' ? 'unique' : 'index';
    const named = fields.split(',').map((field) => columnOf.get(field.trim()) ?? `unknown field ${field}`);
    keys.push({ table, kind, columns: named.join(', ') });
  }
  return { columns, keys };
}
