import { type CustomTypesConfig, type PoolConfig, types } from 'pg';
import { AppError } from '../errors.ts';

const int8 = types.builtins.INT8;

/** bigint columns are sequence numbers, counts and sums of seconds: numbers, as long as they are exact. */
function readInt8(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new AppError(
    'unsafe_integer',
    `Số vượt quá phạm vi chính xác · Number beyond the exact range: ${text}`,
  );
}

const typeReaders: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === int8 && format !== 'binary' ? readInt8 : types.getTypeParser(oid, format),
};

/**
 * What every connection of the product is made with, the Prisma adapter's included: without UTC in the session,
 * Prisma's adapter stores instants hours off and hides it in its own reading.
 */
export function connectionConfig(connectionString: string): PoolConfig {
  // `pg` lets the URL's own `options` win over ours, so ours go into the URL, after them.
  const url = new URL(connectionString);
  const options = [url.searchParams.get('options'), '-c TimeZone=UTC'].filter(Boolean).join(' ');
  url.searchParams.set('options', options);
  return { connectionString: url.href, types: typeReaders, keepAlive: true, connectionTimeoutMillis: 10_000 };
}
